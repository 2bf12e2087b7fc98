import { explain, say, type Language } from '../../text'
import type { TraceNote } from '../../trace/schema'
import type { Geometry } from '../geometry'
import { layersOf } from '../layers'
import { legend } from '../legend'
import type { Measure } from '../measure'
import { wrap } from '../wrap'
import { legendBlock } from './legend'
import type { SvgBrush } from './paint'
import { Sheet } from './sheet'
import { escapeXml } from './xml'

/** What stands around one diagram. */
export interface PanelText {
  readonly title: string
  readonly subtitle: string
  /** Loud labels: simulated, counterfactual. */
  readonly banners: readonly { readonly text: string; readonly severe: boolean }[]
  readonly notes: readonly TraceNote[]
}

export interface Panel {
  readonly sheet: Sheet
  readonly width: number
  readonly height: number
}

export interface Context {
  readonly language: Language
  readonly brush: SvgBrush
  readonly measure: Measure
}

const PADDING = 24
const MAX_NOTES = 12
const BODY = { size: 12 }
const LINE = 17

/** The diagram itself, from (0, 0). */
export function drawDiagram(sheet: Sheet, geometry: Geometry, { brush, language }: Context): void {
  for (const layer of layersOf(geometry, language)) brush.paint(sheet, layer)
}

function noteLines(notes: readonly TraceNote[], width: number, { language, measure }: Context): readonly string[] {
  const lines = notes.slice(0, MAX_NOTES).flatMap((note) => {
    const said = explain(note.reason, language)
    const text =
      note.segment === undefined ? said : say('diagram.notes.segment', language, { n: note.segment, text: said })
    return wrap(text, width, BODY, measure)
  })
  const more = notes.length - MAX_NOTES
  return more > 0 ? [...lines, say('diagram.notes.more', language, { count: more })] : lines
}

const textLine = (y: number, text: string, size: number, fill: string, bold = false): string =>
  `<text x="${PADDING}" y="${y}" font-size="${size}"${bold ? ' font-weight="700"' : ''} fill="${fill}">${escapeXml(text)}</text>\n`

/** One diagram with title, loud labels, legend and notes; everything in pixels from its own top left corner. */
export function panel(geometry: Geometry, text: PanelText, context: Context): Panel {
  const { brush, language, measure } = context
  const { colour } = brush
  const width = Math.ceil(geometry.width)
  const inner = width - 2 * PADDING
  const sheet = new Sheet()
  let y = PADDING
  for (const [size, fill, words] of [
    [16, colour('ink'), text.title],
    [BODY.size, colour('muted'), text.subtitle],
  ] as const) {
    const bold = size === 16
    for (const line of wrap(words, inner, { size, bold }, measure)) {
      y += size + 3
      sheet.push(textLine(y - 4, line, size, fill, bold))
    }
  }
  y += 6
  for (const { text: words, severe } of text.banners) {
    const lines = wrap(words, inner - 20, { size: 12.5, bold: true }, measure)
    const loud = colour(severe ? 'rst' : 'warning')
    const height = lines.length * LINE + 10
    sheet.push(
      `<rect x="${PADDING}" y="${y}" width="${inner}" height="${height}" rx="6" fill="${colour('warning-bg')}" stroke="${loud}" stroke-width="1.5"/>\n`,
      ...lines.map(
        (line, i) =>
          `<text x="${PADDING + 10}" y="${y + LINE * (i + 1)}" font-size="12.5" font-weight="700" fill="${loud}">${escapeXml(line)}</text>\n`,
      ),
    )
    y += height + 6
  }
  y += 6
  sheet.push(`<g transform="translate(0 ${y})">\n`)
  drawDiagram(sheet, geometry, context)
  sheet.push('</g>\n')
  y = Math.ceil(y + geometry.height)
  const key = legendBlock(legend(geometry, language), inner, measure, brush)
  sheet.push(`<path d="M${PADDING} ${y}H${width - PADDING}" stroke="${colour('edge')}"/>\n`)
  sheet.push(`<g transform="translate(${PADDING} ${y + 8})">\n`)
  sheet.append(key.sheet)
  sheet.push('</g>\n')
  y += Math.ceil(key.height) + 12
  const notes = noteLines(text.notes, inner, context)
  if (notes.length > 0) {
    y += LINE
    sheet.push(textLine(y, say('diagram.notes', language), BODY.size, colour('ink'), true))
    for (const line of notes) {
      y += LINE
      sheet.push(textLine(y, line, BODY.size, colour('muted')))
    }
    y += 4
  }
  return { sheet, width, height: y + PADDING - 8 }
}
