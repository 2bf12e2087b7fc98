import type { Connection } from '@shared/trace/schema'

/** A line as the program prints it; `tls`: how a TLS ClientHello begins, in hexadecimal, for it is no text. */
export type Printed = string | { readonly tls: string }

/**
 * What a small server prints that logs `socket.remoteAddress`, `socket.remotePort` and the text it receives: one block a
 * connection, in the words of such a program, which no interface language translates.
 */
export function printed(connection: Connection): readonly Printed[] {
  const known = cache.get(connection)
  if (known) return known
  const lines: Printed[] = []
  for (const { side, name, detail } of connection.events) {
    if (side !== 'server') continue
    if (name === 'connection') {
      lines.push(`address ${detail?.remoteAddress ?? connection.client?.address ?? ''}`)
      lines.push(`port    ${detail?.remotePort ?? connection.client?.port ?? ''}`)
    }
    if (name !== 'data' || !detail?.text) continue
    if (detail.text.startsWith(TLS_HELLO)) {
      // What follows it is as little text as it is.
      lines.push({ tls: hexadecimal(detail.text.slice(0, RECORD_HEADER)) })
      break
    }
    lines.push(...detail.text.split(/\r?\n/).map(visible).filter(Boolean))
  }
  cache.set(connection, lines)
  return lines
}

const cache = new WeakMap<Connection, readonly Printed[]>()

/** A TLS record of type `handshake`, and how many bytes its header has: type, version, length (RFC 8446 §5.1). */
const TLS_HELLO = '\u0016\u0003'
const RECORD_HEADER = 5

const LONGEST = 200

/** Control characters would break the box or hide text; runs of filler say nothing after the first line. */
const visible = (line: string): string => line.slice(0, LONGEST).replace(/\p{Cc}/gu, '·')

/** The bytes behind a text, as far as each is a character of its own: a byte beyond ASCII is lost in UTF-8. */
function hexadecimal(text: string): string {
  const bytes = [...text].map((character) => character.charCodeAt(0))
  const lost = bytes.findIndex((byte) => byte > 0x7f)
  return bytes
    .slice(0, lost < 0 ? bytes.length : lost)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
