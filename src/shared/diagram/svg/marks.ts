import type { Lifeline, Pause, StateBar } from '../geometry'
import { round } from '../geometry'
import { FACE, SIZE } from '../options'
import { MONO, type Palette } from '../theme'
import { escapeXml } from './xml'
import type { Sheet } from './sheet'

/**
 * Geometry in, SVG text out, presentation attributes only. Text is anchored at one end or in the middle of a single run
 * of one face, so that a viewer with other fonts never lets two runs overlap.
 */

export function drawLifeline(sheet: Sheet, line: Lifeline, name: string, palette: Palette): void {
  const { head, side, x, top, bottom } = line
  const colour = palette.side[side]
  sheet.push(
    `<path d="M${x} ${top}V${bottom}" stroke="${palette.line}" stroke-width="1.5"/>\n`,
    `<rect x="${head.x}" y="${head.y}" width="${head.width}" height="${head.height}" rx="10" fill="${palette.sideGround[side]}" stroke="${colour}"/>\n`,
    `<text x="${x}" y="${head.y + 19}" text-anchor="middle" font-size="${FACE.head.size}" font-weight="700" fill="${colour}">${escapeXml(name)}</text>\n`,
    `<text x="${x}" y="${head.y + 34}" text-anchor="middle" font-size="${FACE.subtitle.size}" font-family="${MONO}" fill="${palette.muted}">${escapeXml(head.subtitle)}</text>\n`,
  )
}

export function drawStates(sheet: Sheet, bars: readonly StateBar[], palette: Palette): void {
  if (bars.length === 0) return
  sheet.push(`<g font-size="${FACE.state.size}" font-weight="700">\n`)
  for (const bar of bars) {
    const anchor = bar.side === 'client' ? ' text-anchor="end"' : ''
    sheet.push(
      `<g data-state="${bar.index}" data-provenance="${bar.provenance}" fill="${palette.tone[bar.tone]}">`,
      `<rect x="${bar.x}" y="${bar.y}" width="${SIZE.bar}" height="${bar.height}" rx="${Math.min(4, bar.height / 2)}"/>`,
      `<text x="${bar.label.x}" y="${bar.label.y}"${anchor}>${bar.state}</text></g>\n`,
    )
  }
  sheet.push('</g>\n')
}

export function drawPauses(sheet: Sheet, pauses: readonly Pause[], palette: Palette): void {
  for (const pause of pauses) {
    sheet.push(
      `<text x="${pause.x}" y="${round(pause.y + 4)}" text-anchor="middle" font-size="${FACE.pause.size}" fill="${palette.muted}">⋮ ${escapeXml(pause.text)}</text>\n`,
    )
  }
}
