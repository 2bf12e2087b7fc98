import { tableRows, type SeqMode } from '../diagram'
import type { Trace } from '../trace/schema'

const COLUMNS = 'connection,n,ms,from,flags,seq,ack,len,window,provenance,certainty,mode,os,node'

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Every segment as a line of CSV (RFC 4180), one header for all connections. The system stands in columns of its own, for
 * the format has no place for remarks. The names are the trace's own, in no language.
 */
export function toCsv(trace: Trace, seq: SeqMode): string {
  const { os = '', release = '', node = '' } = trace.platform ?? {}
  const lines = trace.connections.flatMap((connection) =>
    tableRows(connection, seq).map((row) =>
      [
        field(connection.id),
        row.n,
        row.t,
        row.from,
        field(row.flags.join(' ')),
        row.seq,
        row.ack ?? '',
        row.len,
        row.window,
        row.provenance,
        row.unknown ? 'unknown' : 'certain',
        trace.mode,
        field(`${os} ${release}`.trim()),
        field(node),
      ].join(','),
    ),
  )
  return [COLUMNS, ...lines, ''].join('\r\n')
}

function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
