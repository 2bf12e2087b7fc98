import type { Language } from '@shared/text'
import { runFailure } from './failure'
import { probeFonts, SYSTEM_FONTS, type Fonts } from './font-probe'

/** Fonts that common systems bring, for where the diagram's own preferences are missing. */
const COMMON = {
  mono: ['Liberation Mono', 'Noto Sans Mono', 'Noto Mono', 'Courier New', 'Courier'],
  sans: ['Noto Sans', 'DejaVu Sans', 'Liberation Sans', 'Arial', 'Helvetica'],
  chinese: ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'SimHei'],
} as const

const STACK = /font-family="([^"]*)"/g

/**
 * Draws an SVG as PNG with the system's fonts. The native rasteriser is loaded only here: no other output pays for it.
 *
 * @param scale pixels for each unit of the SVG
 * @param warn receives one line where a font is missing that the text needs
 * @throws CliFailure where the rasteriser refuses
 */
export async function toPng(
  svg: string,
  scale: number,
  language: Language,
  warn: (line: string) => void,
): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js')
  const stacks = [...new Set([...svg.matchAll(STACK)].map((match) => match[1] ?? ''))]
  const choices = new Map(stacks.map((stack) => [stack, familiesOf(stack, language)]))
  try {
    const fonts = probeFonts(Resvg, [...new Set([...choices.values()].flat())])
    complain(svg, fonts, warn)
    const drawable = svg.replace(STACK, (whole, stack: string) => {
      const family = choices.get(stack)?.find(fonts.has)
      return family === undefined ? whole : `font-family="${family}"`
    })
    return new Resvg(drawable, { ...SYSTEM_FONTS, fitTo: { mode: 'zoom', value: scale } }).render().asPng()
  } catch (error) {
    throw runFailure(`The PNG could not be drawn (${String(error)}): choose a smaller --scale, or --svg.`)
  }
}

/** The rasteriser looks at the first name only, so the first that is installed has to be found for it. */
function familiesOf(stack: string, language: Language): string[] {
  const own = stack
    .split(',')
    .map((family) => family.trim().replaceAll(/^'|'$/g, ''))
    .filter((family) => !GENERIC.has(family))
  const mono = /\bmonospace\b/.test(stack)
  if (mono) return [...own, ...COMMON.mono]
  return language === 'zh-CN' ? [...COMMON.chinese, ...own, ...COMMON.sans] : [...own, ...COMMON.sans]
}

const GENERIC: ReadonlySet<string> = new Set(['serif', 'sans-serif', 'monospace', 'system-ui', 'ui-monospace'])

function complain(svg: string, fonts: Fonts, warn: (line: string) => void): void {
  if (!fonts.hasText) warn('No font is installed here, so the PNG has no text: install one, or use --svg.')
  else if (/\p{Script=Han}/u.test(svg) && !fonts.hasChinese) {
    warn(
      'No font with Chinese characters is installed here, so the PNG lacks them: install one (Debian: fonts-noto-cjk).',
    )
  }
}
