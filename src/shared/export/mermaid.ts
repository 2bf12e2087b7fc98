import { tableRows, type SeqMode } from '../diagram'
import type { Trace } from '../trace/schema'
import { originOf } from './facts'

/** Characters that end a statement, begin a comment or an entity, or are no text (Mermaid, "Sequence diagrams"). */
const SPECIAL = /[;#%\p{Cc}\u2028\u2029]/gu

/**
 * The segments as a Mermaid sequence diagram: one for all connections, each begun by a note. A lost segment ends in a
 * cross; one that is not certain is dashed.
 */
export function toMermaid(trace: Trace, seq: SeqMode): string {
  const lines = trace.connections.flatMap((connection) => [
    `  Note over client,server: ${plain(connection.id)}`,
    ...tableRows(connection, seq).map((row) => {
      const to = row.from === 'client' ? 'server' : 'client'
      const lost = row.tags.includes('diagram.tag.lost')
      const arrow = `${row.unknown ? '--' : '-'}${lost ? 'x' : '>>'}`
      const ack = row.ack === null ? '' : ` ack=${row.ack}`
      return `  ${row.from}${arrow}${to}: ${row.flagText} seq=${row.seq}${ack} len=${row.len} (${row.provenance})`
    }),
  ])
  const origin = originOf(trace).map((line) => `  %% ${plain(line)}`)
  return ['sequenceDiagram', ...origin, '  participant client', '  participant server', ...lines, ''].join('\n')
}

const plain = (text: string): string => text.replace(SPECIAL, ' ')
