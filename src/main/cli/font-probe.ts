import type { Resvg, ResvgRenderOptions } from '@resvg/resvg-js'

type Rasteriser = typeof Resvg

export interface Fonts {
  /** Whether a font of this name is installed (or is the one that is taken anyway). */
  readonly has: (family: string) => boolean
  readonly hasText: boolean
  readonly hasChinese: boolean
}

export const SYSTEM_FONTS: ResvgRenderOptions = { font: { loadSystemFonts: true }, logLevel: 'off' }

const ROW = 32
const WIDTH = 220
const MISSING = 'handshake-lab-no-such-font'

/**
 * Finds out which fonts the rasteriser has. It offers no list, so each candidate draws one line, and a line that looks
 * like that of a font which can't exist was drawn with the fallback. Two different ideographs that look the same were
 * both drawn as the box for an unknown character.
 */
export function probeFonts(rasteriser: Rasteriser, families: readonly string[]): Fonts {
  const lines = [
    line('', MISSING),
    line('iiWMgq@08', MISSING),
    line('握', MISSING),
    line('確', MISSING),
    ...families.map((family) => line('iiWMgq@08', family)),
  ]
  const body = lines.map((text, index) => text(ROW * index + 24)).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${ROW * lines.length}">${body}</svg>`
  const { pixels } = new rasteriser(svg, SYSTEM_FONTS).render()
  const row = (index: number): Buffer => pixels.subarray(index * ROW * WIDTH * 4, (index + 1) * ROW * WIDTH * 4)
  const [empty, fallback, one, other] = [row(0), row(1), row(2), row(3)]
  const differs = new Set(families.filter((_, index) => !row(index + 4).equals(fallback)))
  return {
    has: (family) => differs.has(family),
    hasText: !fallback.equals(empty),
    hasChinese: !one.equals(empty) && !one.equals(other),
  }
}

const line = (text: string, family: string) => (y: number) =>
  `<text x="4" y="${y}" font-size="20" font-family="${family}">${text}</text>`
