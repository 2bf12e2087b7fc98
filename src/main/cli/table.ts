import { addressText, eventText, tableRows, type SeqMode } from '@shared/diagram'
import { explain, say, type Language } from '@shared/text'
import type { Connection, Trace } from '@shared/trace/schema'
import { setColumns } from './columns'
import { escapeText } from './terminal'

const COLUMNS = ['n', 'time', 'from', 'flags', 'seq', 'ack', 'len', 'window', 'provenance'] as const

/** A trace for people to read in a terminal: what the program saw, what TCP sent, and how each is known. */
export function toTable(trace: Trace, language: Language, seq: SeqMode): string {
  const blocks = trace.connections.map((connection) => connectionBlock(connection, trace.mode, language, seq))
  const title = trace.title?.[language] ?? trace.scenario
  return [...(title === null ? [] : [escapeText(title)]), ...blocks].join('\n\n') + '\n'
}

/** A capture knows nothing of programs, so that lane is left out rather than shown as empty. */
function connectionBlock(connection: Connection, mode: Trace['mode'], language: Language, seq: SeqMode): string {
  const ends = [connection.client, connection.server].map((end) => (end === null ? '?' : addressText(end)))
  const notes = connection.notes.map((note) => `! ${escapeText(explain(note.reason, language))}`)
  return [
    escapeText(ends.join(' ⇄ ')),
    '',
    say('cli.segments', language),
    ...segmentLines(connection, language, seq),
    ...(mode === 'captured' ? [] : ['', say('cli.events', language), ...eventLines(connection, language)]),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n')
}

function segmentLines(connection: Connection, language: Language, seq: SeqMode): string[] {
  const rows = tableRows(connection, seq).map((row) => [
    String(row.n),
    row.t.toFixed(2),
    say(`cli.side.${row.from}`, language),
    row.flagText,
    String(row.seq),
    row.ack === null ? '–' : String(row.ack),
    String(row.len),
    String(row.window),
    [say(`cli.provenance.${row.provenance}`, language), ...row.tags.map((tag) => say(tag, language))].join(
      say('diagram.list.separator', language),
    ),
  ])
  if (rows.length === 0) return [`  ${say('cli.nothing', language)}`]
  const heads = COLUMNS.map((column) => say(`cli.column.${column}`, language))
  return indent(setColumns([heads, ...rows], 'rrllrrrrl'))
}

function eventLines(connection: Connection, language: Language): string[] {
  const rows = connection.events.map((event) => [
    event.t.toFixed(2),
    say(`cli.side.${event.side}`, language),
    escapeText(eventText(event)),
  ])
  return rows.length === 0 ? [`  ${say('cli.nothing', language)}`] : indent(setColumns(rows, 'rll'))
}

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)
