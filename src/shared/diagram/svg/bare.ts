import type { Language } from '../../text'
import type { Geometry } from '../geometry'
import { legend } from '../legend'
import { averageWidths } from '../measure'
import { SANS, type Theme } from '../colours'
import { legendBlock } from './legend'
import { SvgBrush } from './paint'
import { drawDiagram } from './panel'
import { Sheet } from './sheet'
import { escapeXml } from './xml'

export interface BareSvgOptions {
  readonly language: Language
  readonly theme: Theme
  /** What the picture is, for those who do not see it. */
  readonly label: string
}

const open = (width: number, height: number, scale: number, label: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.floor(width * scale)}" height="${Math.ceil(height * scale)}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(label)}" fill="none" font-family="${SANS}">\n`

/**
 * Only the diagram, for a page that has title, legend and notes of its own.
 *
 * @param scale - how large it is shown; the drawing itself stays the same
 */
export function bareSvg(geometry: Geometry, { language, theme, label }: BareSvgOptions, scale = 1): string {
  const sheet = new Sheet()
  sheet.push(open(Math.ceil(geometry.width), Math.ceil(geometry.height), scale, label))
  drawDiagram(sheet, geometry, { language, measure: averageWidths, brush: new SvgBrush(theme) })
  sheet.push('</svg>\n')
  return sheet.toString()
}

/** What the marks of a diagram mean, as a picture of its own, so many pixels wide. */
export function legendSvg(geometry: Geometry, { language, theme, label }: BareSvgOptions, width: number): string {
  const block = legendBlock(legend(geometry, language), width, averageWidths, new SvgBrush(theme))
  const sheet = new Sheet()
  sheet.push(open(width, Math.ceil(block.height), 1, label))
  sheet.append(block.sheet)
  sheet.push('</svg>\n')
  return sheet.toString()
}
