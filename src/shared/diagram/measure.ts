import { eastAsianWidth } from 'get-east-asian-width'

/** Which face a text is set in: the interface's own or the one for numbers. */
export interface Face {
  /** Font size in pixels. */
  readonly size: number
  readonly mono?: boolean
  readonly bold?: boolean
}

/** Answers the width of a text in pixels. Injected, so that a layout needs no canvas (invariant 6). */
export type Measure = (text: string, face: Face) => number

const NARROW = /[ijl.,:;'|!`]/
const SLIM = /[ftrI()[\]{}/\\ -]/
const WIDE = /[mwMW@%–—→←⇄]/
const CAPITAL = /[A-Z0-9#&_=+<>~?]/

/** East Asian wide and full-width characters take one em each (Unicode Standard Annex #11, W and F); none is below U+1100. */
const isFullWidth = (code: number): boolean => code >= 0x1100 && eastAsianWidth(code) === 2

/** Average advance of a character in em, over the faces of our sans-serif stack; rather too wide than too narrow. */
function sansAdvance(character: string): number {
  if (NARROW.test(character)) return 0.3
  if (SLIM.test(character)) return 0.38
  if (WIDE.test(character)) return 0.92
  if (CAPITAL.test(character)) return 0.68
  return 0.58
}

const MONO_ADVANCE = 0.605
const BOLD = 1.05

const ASCII: readonly number[] = Array.from({ length: 128 }, (_, code) => sansAdvance(String.fromCharCode(code)))

function advance(code: number, mono: boolean): number {
  if (isFullWidth(code)) return 1
  return mono ? MONO_ADVANCE : (ASCII[code] ?? sansAdvance(String.fromCodePoint(code)))
}

/**
 * The built-in measurer: a table of average widths by class of character. It needs no font and no DOM, so the same
 * trace gives the same bytes everywhere.
 */
export const averageWidths: Measure = (text, face) => {
  let em = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.codePointAt(i) ?? 0
    em += advance(code, face.mono === true)
    if (code > 0xffff) i += 1
  }
  return em * face.size * (face.bold === true && face.mono !== true ? BOLD : 1)
}
