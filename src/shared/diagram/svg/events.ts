import { round, type EventLine } from '../geometry'
import { FACE } from '../options'
import { callPath, dashOf } from '../paths'
import { MONO, type Palette } from '../theme'
import { dashes, grouped, type Sheet } from './sheet'
import { escapeXml } from './xml'

const kindOf = ({ side, kind, error, provenance }: EventLine): string => `${side} ${kind} ${error} ${provenance}`

/** Events and calls: hairline, dot or triangle, and the text; one group a side, kind and provenance. */
export function drawEvents(sheet: Sheet, lines: readonly EventLine[], palette: Palette): void {
  if (lines.length === 0) return
  sheet.push(`<g font-size="${FACE.event.size}" font-family="${MONO}">\n`)
  for (const group of grouped(lines, kindOf).values()) drawGroup(sheet, group, palette)
  sheet.push('</g>\n')
}

function drawGroup(sheet: Sheet, group: readonly EventLine[], palette: Palette): void {
  const [first] = group
  if (first === undefined) return
  const { error, kind, lifelineX, provenance, side, textX, x } = first
  const colour = error ? palette.tone.rst : palette.side[side]
  const towards = side === 'client' ? 1 : -1
  sheet.push(`<g data-provenance="${provenance}">\n<path stroke="${palette.line}"${dashes(dashOf(provenance))} d="`)
  const [from, to] = [`M${lifelineX} `, `H${x + towards * 6}`]
  for (const { y } of group) sheet.push(`${from}${y}${to}`)
  sheet.push(`"/>\n<g fill="${colour}">\n`)
  const dot = `<circle cx="${x}" cy="`
  for (const { y } of group) {
    sheet.push(kind === 'event' ? `${dot}${y}" r="3.5"/>\n` : `<path d="${callPath(x, y, towards)}"/>\n`)
  }
  const anchor = side === 'client' ? ' text-anchor="end"' : ''
  const weight = kind === 'call' ? ' font-weight="700"' : ''
  sheet.push(`</g>\n<g fill="${error ? colour : palette.ink}"${anchor}${weight}>\n`)
  const at = `" x="${textX}" y="`
  for (const { indices, text, y } of group) {
    const events = indices.length === 1 ? (indices[0] ?? 0) : indices.join(' ')
    sheet.push(`<text data-events="${events}${at}${round(y + 4)}">${escapeXml(text)}</text>\n`)
  }
  sheet.push('</g>\n</g>\n')
}
