import { SANS } from '../colours'
import type { Panel } from './panel'
import { Sheet } from './sheet'
import { escapeXml } from './xml'

/**
 * Puts panels under each other in one SVG 1.1 document that stands alone: no reference out of it, no script, no style
 * sheet, no foreignObject, nothing that Inkscape, LibreOffice, Word or librsvg draw differently from a browser.
 *
 * @param ground - the colour behind everything
 */
export function svgDocument(panels: readonly Panel[], title: string, description: string, ground: string): string {
  const width = Math.max(1, ...panels.map((panel) => panel.width))
  const height = panels.reduce((sum, panel) => sum + panel.height, 0)
  const sheet = new Sheet()
  sheet.push(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" fill="none" font-family="${SANS}">\n`,
    `<title>${escapeXml(title)}</title>\n`,
    `<desc>${escapeXml(description)}</desc>\n`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>\n`,
  )
  let y = 0
  for (const panel of panels) {
    sheet.push(`<g transform="translate(${Math.round((width - panel.width) / 2)} ${y})">\n`)
    sheet.append(panel.sheet)
    sheet.push('</g>\n')
    y += panel.height
  }
  sheet.push('</svg>\n')
  return sheet.toString()
}
