import type { LegendItem } from '../legend'
import type { Measure } from '../measure'
import { round } from '../geometry'
import { callPath, dashOf } from '../paths'
import type { Palette } from '../theme'
import { escapeXml } from './xml'

const FONT = 11
const SAMPLE = 34
const GAP = 20
const ROW = 19

/** The little drawing before each text, centred on y = 0. */
function sample({ sample: kind, provenance }: LegendItem, palette: Palette): string {
  const pattern = dashOf(provenance)
  const dash = pattern === null ? '' : ` stroke-dasharray="${pattern}"`
  const line = `<path d="M0 0H26" stroke="${palette.tone.data}" stroke-width="1.8"${dash}/>`
  const sign = (character: string): string =>
    `<text x="13" y="4" text-anchor="middle" font-size="13" font-weight="700" fill="${palette.warning}">${character}</text>`
  switch (kind) {
    case 'event':
      return `<path d="M0 0H18" stroke="${palette.line}"${dash}/><circle cx="22" cy="0" r="3.5" fill="${palette.ink}"/>`
    case 'call':
      return `<path d="M0 0H18" stroke="${palette.line}"${dash}/><path d="${callPath(22, 0, -1)}" fill="${palette.ink}"/>`
    case 'segment':
      return `${line}<path d="M18 -3.5L26 0L18 3.5" stroke="${palette.tone.data}" stroke-width="1.8"/>`
    case 'state':
      return `<rect x="8" y="-7" width="10" height="14" rx="4" fill="${palette.tone.ok}"/>`
    case 'lost':
      return `<path d="M0 0H20" stroke="${palette.tone.data}" stroke-width="1.8"/><path d="M15 -5l10 10M25 -5l-10 10" stroke="${palette.tone.rst}" stroke-width="1.8"/>`
    case 'unknown':
      return sign('?')
    case 'note':
      return sign('!')
  }
}

/** Draws the legend in as many rows as the width asks for, from the top left corner (0, 0). */
export function legendBlock(
  items: readonly LegendItem[],
  width: number,
  measure: Measure,
  palette: Palette,
): { readonly markup: string; readonly height: number } {
  let x = 0
  let y = ROW / 2
  let markup = ''
  for (const item of items) {
    const room = SAMPLE + measure(item.text, { size: FONT })
    if (x > 0 && x + room > width) {
      x = 0
      y += ROW
    }
    markup +=
      `<g transform="translate(${round(x)} ${round(y)})">${sample(item, palette)}` +
      `<text x="${SAMPLE}" y="4" font-size="${FONT}" fill="${palette.muted}">${escapeXml(item.text)}</text></g>\n`
    x += room + GAP
  }
  return { markup, height: items.length === 0 ? 0 : y + ROW / 2 }
}
