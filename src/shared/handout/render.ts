import { addressText } from '../diagram'
import { findScenario } from '../scenario/catalogue'
import { explain, say, writeMoment, type Language } from '../text'
import type { Connection, Trace } from '../trace/schema'
import { diagramSection } from './diagram'
import { fold } from './fold'
import { element, escape, STYLE } from './html'
import type { HandoutOptions } from './options'
import { segmentTable } from './table'
import { explanations, noteList } from './words'

type Heading = 'diagram' | 'table' | 'words' | 'notes' | 'relative' | 'absolute' | 'footer'

/**
 * One HTML page for paper: diagram, table and explanations. It stands alone (no script, nothing fetched) and prints from
 * any browser. Same trace and options, same text.
 *
 * @returns the page; without such a connection, a page that says so
 */
export function renderHandout(trace: Trace, options: HandoutOptions): string {
  const { language, seq } = options
  const connection = trace.connections.find(({ id }) => id === (options.connection ?? trace.connections[0]?.id))
  const t = (code: Heading): string => escape(say(`handout.${code}`, language))
  const title = escape(trace.title?.[language] ?? say('handout.title', language))
  const section = (name: Heading, content: string): string => element('section', element('h2', t(name)) + content)
  const folded = connection && fold(connection)
  const body = [
    element('h1', title),
    ...(connection ? [element('p', facts(trace, connection, language), 'class="muted"')] : []),
    ...warnings(trace, language),
    ...lesson(trace, language),
    ...(connection && folded
      ? [
          section('diagram', diagramSection(connection, folded, options)),
          section('table', element('p', t(seq), 'class="muted"') + segmentTable(folded, options)),
          section('words', explanations(folded, options)),
          ...(connection.notes.length > 0 ? [section('notes', noteList(connection, language))] : []),
        ]
      : [element('p', escape(say('diagram.empty', language)))]),
    element('p', t('footer'), 'class="muted footer"'),
  ]
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width">${element('title', title)}`
  return `<!doctype html>\n<html lang="${language}"><head>${head}${element('style', STYLE)}</head>\n<body>\n${body.join('\n')}\n</body></html>\n`
}

/** Addresses, the moment and the platform, as far as they are known. */
function facts(trace: Trace, { client, server }: Connection, language: Language): string {
  const known = [
    client && server ? `${addressText(client)} ⇄ ${addressText(server)}` : null,
    trace.startedAt ? writeMoment(trace.startedAt, language) : null,
    trace.platform
      ? say('handout.platform', language, {
          os: `${trace.platform.os} ${trace.platform.release}`,
          node: trace.platform.node,
        })
      : null,
  ]
  return escape(known.filter((fact) => fact !== null).join(' · '))
}

function warnings(trace: Trace, language: Language): string[] {
  const rules = (trace.counterfactual ?? []).map((rule) =>
    explain({ code: `diagram.counterfactual.${rule}` }, language),
  )
  const separator = say('diagram.list.separator', language)
  return [
    ...(trace.mode === 'simulated' ? [say('diagram.banner.simulated', language)] : []),
    ...(rules.length > 0 ? [say('diagram.banner.counterfactual', language, { rules: rules.join(separator) })] : []),
  ].map((text) => element('p', escape(text), 'class="loud"'))
}

/** What the scenario teaches, and what to look for. */
function lesson({ scenario }: Trace, language: Language): string[] {
  const known = scenario === null ? undefined : findScenario(scenario)?.scenario
  const { explanation, lookFor } = known ?? {}
  return [
    ...(explanation ? [element('p', escape(explanation[language]))] : []),
    ...(lookFor
      ? [
          element(
            'p',
            `${element('strong', escape(say('handout.lookFor', language)))} ${escape(lookFor[language])}`,
            'class="look"',
          ),
        ]
      : []),
  ]
}
