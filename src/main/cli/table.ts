import { addressText, eventText, tableRows, type SeqMode } from '@shared/diagram'
import { explain, say, type Language } from '@shared/text'
import type { Connection, Trace } from '@shared/trace/schema'
import { setColumns } from './columns'
import { TABLE_TEXT } from './text'

/** A trace for people to read in a terminal: what the program saw, what TCP sent, and how each is known. */
export function toTable(trace: Trace, language: Language, seq: SeqMode): string {
  const blocks = trace.connections.map((connection) => connectionBlock(connection, language, seq))
  const title = trace.title?.[language] ?? trace.scenario
  return [...(title === null ? [] : [title]), ...blocks].join('\n\n') + '\n'
}

function connectionBlock(connection: Connection, language: Language, seq: SeqMode): string {
  const text = TABLE_TEXT[language]
  const ends = [connection.client, connection.server].map((end) => (end === null ? '?' : addressText(end)))
  const notes = connection.notes.map((note) => `! ${explain(note.reason, language)}`)
  return [
    ends.join(' ⇄ '),
    '',
    text.segments,
    ...segmentLines(connection, language, seq),
    '',
    text.events,
    ...eventLines(connection, language),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n')
}

function segmentLines(connection: Connection, language: Language, seq: SeqMode): string[] {
  const text = TABLE_TEXT[language]
  const rows = tableRows(connection, seq).map((row) => [
    String(row.n),
    row.t.toFixed(2),
    text.side[row.from],
    row.flagText,
    String(row.seq),
    row.ack === null ? '–' : String(row.ack),
    String(row.len),
    String(row.window),
    [text.provenance[row.provenance], ...row.tags.map((tag) => say(tag, language))].join(
      say('diagram.list.separator', language),
    ),
  ])
  return rows.length === 0 ? [`  ${text.nothing}`] : indent(setColumns([text.columns, ...rows], 'rrllrrrrl'))
}

function eventLines(connection: Connection, language: Language): string[] {
  const { side, nothing } = TABLE_TEXT[language]
  const rows = connection.events.map((event) => [event.t.toFixed(2), side[event.side], eventText(event)])
  return rows.length === 0 ? [`  ${nothing}`] : indent(setColumns(rows, 'rll'))
}

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)
