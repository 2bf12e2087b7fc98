import type { Palette } from '../theme'
import { SANS } from '../theme'
import type { Panel } from './panel'
import { escapeXml } from './xml'

/**
 * Puts panels under each other in one SVG 1.1 document that stands alone: no reference out of it, no script, no style
 * sheet, no foreignObject, nothing that Inkscape, LibreOffice, Word or librsvg draw differently from a browser.
 */
export function svgDocument(panels: readonly Panel[], title: string, description: string, palette: Palette): string {
  const width = Math.max(1, ...panels.map((panel) => panel.width))
  let height = 0
  const placed = panels.map((panel) => {
    const x = Math.round((width - panel.width) / 2)
    const markup = `<g transform="translate(${x} ${height})">\n${panel.markup}\n</g>`
    height += panel.height
    return markup
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" fill="none" font-family="${SANS}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${palette.panel}"/>`,
    ...placed,
    '</svg>',
    '',
  ].join('\n')
}
