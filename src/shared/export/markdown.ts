import { tableRows, type SeqMode } from '../diagram'
import { say, type Code, type Language } from '../text'
import type { Connection, Trace } from '../trace/schema'
import { originOf } from './facts'

const COLUMNS = ['n', 'time', 'from', 'flags', 'seq', 'ack', 'len', 'window', 'provenance'] as const

/** The segments as one Markdown table for each connection (GitHub Flavored Markdown §4.10), and where they come from. */
export function toMarkdown(trace: Trace, language: Language, seq: SeqMode): string {
  const title = trace.title?.[language] ?? trace.scenario
  const blocks = trace.connections.map((connection) => table(connection, language, seq))
  const origin = originOf(trace).map((line) => `- ${cell(line)}`)
  return [...(title === null ? [] : [`## ${cell(title)}`]), ...blocks, origin.join('\n')].join('\n\n') + '\n'
}

function table(connection: Connection, language: Language, seq: SeqMode): string {
  const rows = tableRows(connection, seq).map((row) => [
    String(row.n),
    row.t.toFixed(2),
    say(`cli.side.${row.from}`, language),
    row.flagText,
    String(row.seq),
    row.ack === null ? '–' : String(row.ack),
    String(row.len),
    String(row.window),
    [say(`cli.provenance.${row.provenance}`, language), ...row.tags.map((tag: Code) => say(tag, language))].join(
      say('diagram.list.separator', language),
    ),
  ])
  const heads = COLUMNS.map((column) => say(`cli.column.${column}`, language))
  const lines = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`)
  return [`**${cell(connection.id)}**`, ...['', ...lines]].join('\n')
}

/** Text in which Markdown finds no mark of its own, on one line. */
const cell = (text: string): string => text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
