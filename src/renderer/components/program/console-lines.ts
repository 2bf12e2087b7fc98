import type { Connection } from '@shared/trace/schema'

/**
 * What a small server prints that logs `socket.remoteAddress`, `socket.remotePort` and the text it receives: one block a
 * connection, in the words of such a program, which no interface language translates.
 */
export function printed(connection: Connection): readonly string[] {
  const known = cache.get(connection)
  if (known) return known
  const lines: string[] = []
  for (const { side, name, detail } of connection.events) {
    if (side !== 'server') continue
    if (name === 'connection') {
      lines.push(`address ${detail?.remoteAddress ?? connection.client?.address ?? ''}`)
      lines.push(`port    ${detail?.remotePort ?? connection.client?.port ?? ''}`)
    }
    if (name === 'data' && detail?.text) lines.push(...detail.text.split(/\r?\n/).map(visible).filter(Boolean))
  }
  cache.set(connection, lines)
  return lines
}

const cache = new WeakMap<Connection, readonly string[]>()

const LONGEST = 200

/** Control characters would break the box or hide text; runs of filler say nothing after the first line. */
const visible = (line: string): string => line.slice(0, LONGEST).replace(/\p{Cc}/gu, '·')
