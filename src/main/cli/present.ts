import { jsonPieces } from '@shared/json/pieces'
import type { Trace } from '@shared/trace/schema'
import type { OutputOptions } from './output-options'
import type { Streams } from './streams'
import { FORMATS, writeTarget } from './targets'

/**
 * Writes a trace in every form that was asked for; where none was, prints the conversation as a table. What draws is
 * loaded only when something is drawn.
 */
export async function present(trace: Trace, options: OutputOptions, streams: Streams): Promise<void> {
  if (FORMATS.every((format) => options[format] === undefined)) {
    const { toTable } = await import('./table')
    streams.print(toTable(trace, options.lang, options.seq))
    return
  }
  const { svg, png, handout, json, pcapng, mermaid, markdown, csv } = options
  if (json !== undefined) await writeTarget(json, jsonText(trace), streams)
  if (pcapng !== undefined) {
    const { toPcapng } = await import('@shared/capture/pcapng')
    await writeTarget(pcapng, toPcapng(trace), streams)
  }
  if (mermaid !== undefined) {
    const { toMermaid } = await import('@shared/export/mermaid')
    await writeTarget(mermaid, toMermaid(trace, options.seq), streams)
  }
  if (markdown !== undefined) {
    const { toMarkdown } = await import('@shared/export/markdown')
    await writeTarget(markdown, toMarkdown(trace, options.lang, options.seq), streams)
  }
  if (csv !== undefined) {
    const { toCsv } = await import('@shared/export/csv')
    await writeTarget(csv, toCsv(trace, options.seq), streams)
  }
  if (handout !== undefined) {
    const { renderHandout } = await import('@shared/handout')
    await writeTarget(handout, renderHandout(trace, { language: options.lang, seq: options.seq }), streams)
  }
  if (svg === undefined && png === undefined) return
  const { renderSvg } = await import('@shared/diagram')
  const drawing = renderSvg(trace, { language: options.lang, theme: options.theme, seq: options.seq })
  if (svg !== undefined) await writeTarget(svg, drawing, streams)
  if (png === undefined) return
  const { toPng } = await import('./png')
  await writeTarget(png, await toPng(drawing, Number(options.scale), options.lang, streams.note), streams)
}

/** Large enough that a call for each costs nothing, UTF-16 units. */
const PIECE_LENGTH = 1 << 18

/** Piece by piece: a long transfer's text is longer than a string can be. */
function* jsonText(trace: Trace): Generator<string> {
  let piece = ''
  for (const part of jsonPieces(trace)) {
    piece += part
    if (piece.length < PIECE_LENGTH) continue
    yield piece
    piece = ''
  }
  yield `${piece}\n`
}
