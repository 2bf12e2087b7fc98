import type { Arrow, EventLine, Lifeline, Pause, StateBar } from '../geometry'
import { FACE, SIZE } from '../options'
import { callPath, dashOf, endPath, shaftPath } from '../paths'
import { MONO, type Palette } from '../theme'
import { escapeXml } from './xml'

/**
 * One function a mark: geometry in, SVG text out, presentation attributes only. Text is anchored at one end or in the
 * middle of a single run of one face, so that a viewer with other fonts never lets two runs overlap.
 */

const mono = `font-family="${MONO}"`

const dash = (pattern: string | null): string => (pattern === null ? '' : ` stroke-dasharray="${pattern}"`)

export function lifelineMark(line: Lifeline, name: string, palette: Palette): string {
  const { head, side, x, top, bottom } = line
  const colour = palette.side[side]
  return (
    `<path d="M${x} ${top}V${bottom}" stroke="${palette.line}" stroke-width="1.5"/>` +
    `<rect x="${head.x}" y="${head.y}" width="${head.width}" height="${head.height}" rx="10" fill="${palette.sideGround[side]}" stroke="${colour}"/>` +
    `<text x="${x}" y="${head.y + 19}" text-anchor="middle" font-size="${FACE.head.size}" font-weight="700" fill="${colour}">${escapeXml(name)}</text>` +
    `<text x="${x}" y="${head.y + 34}" text-anchor="middle" font-size="${FACE.subtitle.size}" ${mono} fill="${palette.muted}">${escapeXml(head.subtitle)}</text>`
  )
}

export function stateMark(bar: StateBar, palette: Palette): string {
  const colour = palette.tone[bar.tone]
  const anchor = bar.side === 'client' ? 'end' : 'start'
  return (
    `<g data-state="${bar.index}" data-provenance="${bar.provenance}">` +
    `<rect x="${bar.x}" y="${bar.y}" width="${SIZE.bar}" height="${bar.height}" rx="${Math.min(4, bar.height / 2)}" fill="${colour}"/>` +
    `<text x="${bar.label.x}" y="${bar.label.y}" text-anchor="${anchor}" font-size="${FACE.state.size}" font-weight="700" fill="${colour}">${bar.state}</text></g>`
  )
}

export function eventMark(line: EventLine, palette: Palette): string {
  const colour = line.error ? palette.tone.rst : palette.side[line.side]
  const towards = line.side === 'client' ? 1 : -1
  const anchor = line.side === 'client' ? 'end' : 'start'
  const weight = line.kind === 'call' ? ' font-weight="700"' : ''
  const dot =
    line.kind === 'call'
      ? `<path d="${callPath(line.x, line.y, towards)}" fill="${colour}"/>`
      : `<circle cx="${line.x}" cy="${line.y}" r="3.5" fill="${colour}"/>`
  return (
    `<g data-events="${line.indices.join(' ')}" data-provenance="${line.provenance}">` +
    `<path d="M${line.lifelineX} ${line.y}H${line.x + towards * 6}" stroke="${palette.line}"${dash(dashOf(line.provenance))}/>${dot}` +
    `<text x="${line.textX}" y="${line.y + 4}" text-anchor="${anchor}" font-size="${FACE.event.size}"${weight} ${mono} fill="${line.error ? colour : palette.ink}">${escapeXml(line.text)}</text></g>`
  )
}

/** The line of an arrow and its end; labels are drawn over all of them, by `arrowLabelMark`. */
export function arrowMark(arrow: Arrow, palette: Palette): string {
  const colour = palette.tone[arrow.tone]
  const end = arrow.end === 'cross' ? palette.tone.rst : colour
  return (
    `<g data-segment="${arrow.n}" data-provenance="${arrow.provenance}">` +
    `<path d="${shaftPath(arrow)}" stroke="${colour}"${dash(dashOf(arrow.provenance))}/>` +
    `<path d="${endPath(arrow)}" stroke="${end}" stroke-linecap="round" stroke-linejoin="round"/></g>`
  )
}

export function arrowLabelMark(arrow: Arrow, palette: Palette): string {
  const { label, tone } = arrow
  const ground = label.crowded
    ? `<rect x="${-label.width / 2 - 3}" y="-18" width="${label.width + 6}" height="15" rx="4" fill="${palette.panel}" fill-opacity="0.88"/>`
    : ''
  const tag =
    label.tag === ''
      ? ''
      : `<tspan font-size="${FACE.tag.size}" font-weight="600" fill="${palette.warning}"> ${escapeXml(label.tag)}</tspan>`
  return (
    `<g transform="translate(${label.x} ${label.y}) rotate(${label.angle})">${ground}` +
    `<text x="${label.split - 3}" y="-6" text-anchor="end" font-size="${FACE.flags.size}" font-weight="700" fill="${palette.tone[tone]}">${label.flags}</text>` +
    `<text x="${label.split + 3}" y="-6" font-size="${FACE.numbers.size}" fill="${palette.muted}"><tspan ${mono}>${label.numbers}</tspan>${tag}</text></g>`
  )
}

export const pauseMark = (pause: Pause, palette: Palette): string =>
  `<text x="${pause.x}" y="${pause.y + 4}" text-anchor="middle" font-size="${FACE.pause.size}" fill="${palette.muted}">⋮ ${escapeXml(pause.text)}</text>`
