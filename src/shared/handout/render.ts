import { addressText, describe, renderSvg, tableRows, type SeqMode } from '../diagram'
import { explain, say, type Language } from '../text'
import type { Connection, Trace } from '../trace/schema'
import { cell, element, escape, STYLE } from './html'

export interface HandoutOptions {
  readonly language: Language
  readonly seq: SeqMode
  /** Which connection; without it, the first. */
  readonly connection?: string
  /** What the scenario teaches, in the language; written under the title. */
  readonly explanation?: string
}

/**
 * One HTML page for paper: diagram, table and explanations. It stands alone (no script, nothing fetched) and prints from
 * any browser. Same trace and options, same text.
 *
 * @returns the page; an empty string where the trace has no such connection
 */
export function renderHandout(trace: Trace, options: HandoutOptions): string {
  const { language, seq } = options
  const connection = trace.connections.find(({ id }) => id === (options.connection ?? trace.connections[0]?.id))
  if (!connection) return ''
  const t = (code: string): string => escape(say(`handout.${code}`, language))
  const title = escape(trace.title?.[language] ?? say('handout.title', language))
  const svg = renderSvg(trace, { language, seq, theme: 'light', connection: connection.id }).replace(
    /^<\?xml[^>]*>\s*/,
    '',
  )
  const section = (name: string, content: string): string => element('h2', t(name)) + content
  const body = [
    element('h1', title),
    element('p', facts(trace, connection), 'class="muted"'),
    ...warnings(trace, language),
    ...(options.explanation ? [element('p', escape(options.explanation))] : []),
    section('diagram', element('figure', svg)),
    section('table', element('p', t(seq), 'class="muted"') + table(connection, options)),
    section('words', list(describe(connection, language, seq))),
    ...(connection.notes.length > 0
      ? [section('notes', list([...new Set(connection.notes.map(({ reason }) => explain(reason, language)))]))]
      : []),
    element('p', t('footer'), 'class="muted"'),
  ]
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width">${element('title', title)}`
  return `<!doctype html>\n<html lang="${language}"><head>${head}${element('style', STYLE)}</head>\n<body>\n${body.join('\n')}\n</body></html>\n`
}

/** Addresses, the moment and the platform, as far as they are known. */
function facts(trace: Trace, { client, server }: Connection): string {
  const known = [
    client && server ? `${addressText(client)} ⇄ ${addressText(server)}` : null,
    trace.startedAt ?? null,
    trace.platform ? `${trace.platform.os} ${trace.platform.release}, Node ${trace.platform.node}` : null,
  ]
  return escape(known.filter((fact) => fact !== null).join(' · '))
}

function warnings(trace: Trace, language: Language): string[] {
  const rules = trace.counterfactual?.join(', ') ?? ''
  return [
    ...(trace.mode === 'simulated' ? [say('handout.simulated', language)] : []),
    ...(rules === '' ? [] : [say('handout.counterfactual', language, { rules })]),
  ].map((text) => element('p', escape(text), 'class="loud"'))
}

function table(connection: Connection, { language, seq }: HandoutOptions): string {
  const heads = ['n', 'time', 'from', 'flags', 'seq', 'ack', 'len', 'provenance']
  const head = element('tr', heads.map((name) => cell('th', say(`handout.${name}`, language), 'scope="col"')).join(''))
  const rows = tableRows(connection, seq).map((row) =>
    element(
      'tr',
      [
        cell('td', row.n, 'class="number"'),
        cell('td', row.t.toFixed(2), 'class="number"'),
        cell('td', say(`diagram.side.${row.from}`, language)),
        cell('td', row.flagText),
        cell('td', row.seq, 'class="number"'),
        cell('td', row.ack, 'class="number"'),
        cell('td', row.len, 'class="number"'),
        cell('td', [row.provenance, ...row.tags].map((tag) => tagText(tag, language)).join(', ')),
      ].join(''),
    ),
  )
  return element('table', element('thead', head) + element('tbody', rows.join('\n')))
}

const tagText = (tag: string, language: Language): string =>
  say(tag.startsWith('diagram.') ? tag : `diagram.provenance.${tag}`, language)

const list = (sentences: readonly string[]): string =>
  element('ol', sentences.map((sentence) => element('li', escape(sentence))).join('\n'))
