import { sampleShapes } from '../drawing'
import { round } from '../geometry'
import type { LegendItem } from '../legend'
import type { Measure } from '../measure'
import { FACE } from '../options'
import { look } from '../primitives'
import type { SvgBrush } from './paint'
import { Sheet } from './sheet'

/** Width of a sample with the space behind it, free pixels between two entries, height of a row. */
const SAMPLE = 34
const GAP = 20
const ROW = 19

/** Draws the legend in as many rows as the width asks for, from the top left corner (0, 0). */
export function legendBlock(
  items: readonly LegendItem[],
  width: number,
  measure: Measure,
  brush: SvgBrush,
): { readonly sheet: Sheet; readonly height: number } {
  const sheet = new Sheet()
  const meaning = look('meaning', { fill: 'muted' })
  let x = 0
  let y = ROW / 2
  for (const item of items) {
    const room = SAMPLE + measure(item.text, FACE.meaning)
    if (x > 0 && x + room > width) {
      x = 0
      y += ROW
    }
    sheet.push(`<g transform="translate(${round(x)} ${round(y)})">\n`)
    brush.paint(sheet, [
      ...sampleShapes(item),
      { shape: 'text', look: meaning, x: SAMPLE, y: 4, angle: 0, text: item.text },
    ])
    sheet.push('</g>\n')
    x += room + GAP
  }
  return { sheet, height: items.length === 0 ? 0 : y + ROW / 2 }
}
