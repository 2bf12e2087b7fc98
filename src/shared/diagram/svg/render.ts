import { explain, say, type Language } from '../../text'
import type { Connection, Trace } from '../../trace/schema'
import { describe, summary } from '../describe'
import type { Geometry, TimeScale } from '../geometry'
import { addressText, layout } from '../layout'
import { averageWidths, type Measure } from '../measure'
import type { SeqMode } from '../options'
import type { Theme } from '../colours'
import { svgDocument } from './document'
import { SvgBrush } from './paint'
import { panel, type PanelText } from './panel'

export interface SvgOptions {
  readonly theme: Theme
  readonly language: Language
  readonly measure?: Measure
  /** Becomes <title> and the heading; the text alternative becomes <desc>. */
  readonly title: string
  readonly description?: string
  readonly panel?: Partial<PanelText>
}

export interface RenderOptions {
  /** A connection's id; without it, or where there is no such, all of them under each other. */
  readonly connection?: string
  readonly language: Language
  readonly theme: Theme
  readonly seq: SeqMode
  readonly time?: TimeScale
}

/** Sentences of the text alternative that a <desc> carries; beyond this the summary has to do. */
const MAX_SENTENCES = 60

/** A picture of one geometry. */
export function toSvg(geometry: Geometry, options: SvgOptions): string {
  const { description = '', language, measure = averageWidths, theme, title } = options
  const brush = new SvgBrush(theme)
  const text: PanelText = { title, subtitle: '', banners: [], notes: [], ...options.panel }
  return svgDocument([panel(geometry, text, { brush, language, measure })], title, description, brush.colour('panel'))
}

/** `TCP connection 127.0.0.1:58590 ⇄ 127.0.0.1:3000`. */
function connectionTitle({ client, server }: Connection, language: Language): string {
  if (client === null || server === null) return say('diagram.title.unknown', language)
  return say('diagram.title', language, { client: addressText(client), server: addressText(server) })
}

function panelText(trace: Trace, connection: Connection, options: RenderOptions): PanelText {
  const { language, seq, time = 'order' } = options
  const title = trace.title?.[language]
  const facts = [say(`diagram.time.${time}`, language), say(`diagram.seq.${seq}`, language)]
  if (title !== undefined) facts.unshift(connectionTitle(connection, language))
  const banners: { text: string; severe: boolean }[] = []
  if (trace.mode === 'simulated') banners.push({ text: say('diagram.banner.simulated', language), severe: false })
  if (trace.counterfactual !== undefined && trace.counterfactual.length > 0) {
    const rules = trace.counterfactual.map((rule) => explain({ code: `diagram.counterfactual.${rule}` }, language))
    const text = say('diagram.banner.counterfactual', language, {
      rules: rules.join(say('diagram.list.separator', language)),
    })
    banners.push({ text, severe: true })
  }
  return {
    title: title ?? connectionTitle(connection, language),
    subtitle: facts.join(' · '),
    banners,
    notes: connection.notes,
  }
}

const described = (connection: Connection, language: Language): string =>
  [
    summary(connection, language),
    ...(connection.segments.length <= MAX_SENTENCES ? describe(connection, language) : []),
  ].join('\n')

/** Stands in where a trace has no connection: two lifelines and a sentence. */
const NO_CONNECTION: Connection = {
  id: '',
  client: null,
  server: null,
  observes: ['client', 'server'],
  allowHalfOpen: { client: false, server: false },
  events: [],
  segments: [],
  states: [],
  notes: [],
}

/**
 * A trace as a finished SVG document: the one function that both the app and the command line call, so that the same
 * trace and options give the same bytes. Segments and states are drawn as the trace has them; a live trace without
 * them must go through the twin first.
 */
export function renderSvg(trace: Trace, options: RenderOptions): string {
  const { language, seq, theme, time = 'order' } = options
  const chosen = trace.connections.filter(({ id }) => id === options.connection)
  const found = chosen.length > 0 ? chosen : trace.connections
  const connections = found.length > 0 ? found : [NO_CONNECTION]
  const brush = new SvgBrush(theme)
  const context = { brush, language, measure: averageWidths }
  const panels = connections.map((connection) =>
    panel(layout(connection, { seq, language, time }), panelText(trace, connection, options), context),
  )
  const title = trace.title?.[language] ?? connectionTitle(connections[0] ?? NO_CONNECTION, language)
  const description =
    found.length > 0
      ? found.map((connection) => described(connection, language)).join('\n')
      : say('diagram.empty', language)
  return svgDocument(panels, title, description, brush.colour('panel'))
}
