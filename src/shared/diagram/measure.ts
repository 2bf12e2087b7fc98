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

/** East Asian wide and full-width characters: one em each (Unicode Standard Annex #11, W and F). */
const isFullWidth = (code: number): boolean =>
  code >= 0x1100 &&
  (code <= 0x115f ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code >= 0x1f300)

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
