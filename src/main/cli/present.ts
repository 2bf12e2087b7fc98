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
    streams.out(toTable(trace, options.lang, options.seq))
    return
  }
  const { svg, png, handout, json, pcapng } = options
  if (json !== undefined) writeTarget(json, `${JSON.stringify(trace, null, 2)}\n`, streams)
  if (pcapng !== undefined) {
    const { toPcapng } = await import('@shared/capture/pcapng')
    writeTarget(pcapng, toPcapng(trace), streams)
  }
  if (handout !== undefined) {
    const { renderHandout } = await import('@shared/handout')
    writeTarget(handout, renderHandout(trace, { language: options.lang, seq: options.seq }), streams)
  }
  if (svg === undefined && png === undefined) return
  const { renderSvg } = await import('@shared/diagram')
  const drawing = renderSvg(trace, { language: options.lang, theme: options.theme, seq: options.seq })
  if (svg !== undefined) writeTarget(svg, drawing, streams)
  if (png === undefined) return
  const { toPng } = await import('./png')
  writeTarget(png, await toPng(drawing, Number(options.scale), options.lang, streams.note), streams)
}
