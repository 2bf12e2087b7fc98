import type { Side } from '../trace/names'
import type { Connection, TraceSegment } from '../trace/schema'
import { utf8 } from '../utf8'

interface Piece {
  /** Offset of the first byte in what this side sends. */
  readonly at: number
  readonly bytes: Uint8Array
}

/** What a side wrote, as far as the trace kept it: pieces of its byte stream. */
function pieces(connection: Connection, side: Side): readonly Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const { detail, name, side: caller } of connection.events) {
    if (caller !== side || (name !== 'call:write' && name !== 'call:end') || detail === undefined) continue
    const bytes = detail.text === undefined ? new Uint8Array(0) : utf8(detail.text)
    const length = detail.bytes ?? bytes.length
    if (bytes.length > 0) found.push({ at, bytes: bytes.subarray(0, length) })
    at += length
  }
  return found
}

/** Answers the data of a segment: what the previews tell, zeros where they do not. */
export function payloads(connection: Connection): (segment: TraceSegment) => Uint8Array {
  const streams = { client: pieces(connection, 'client'), server: pieces(connection, 'server') }
  return ({ from, flags, relSeq, len }) => {
    // Byte 0 of the stream has the number after the SYN's; a SYN's own data begins there too.
    const start = relSeq - (flags.includes('SYN') ? 0 : 1)
    const touching = streams[from].filter(({ at, bytes }) => at < start + len && at + bytes.length > start)
    const end = Math.max(0, ...touching.map(({ at, bytes }) => Math.min(len, at + bytes.length - start)))
    const data = new Uint8Array(end)
    for (const { at, bytes } of touching) {
      const skipped = Math.max(0, start - at)
      const room = end - Math.max(0, at - start)
      data.set(bytes.subarray(skipped, skipped + room), Math.max(0, at - start))
    }
    return data
  }
}
