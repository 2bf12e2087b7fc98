import type { Socket } from 'node:net'
import type { Side } from '@shared/trace/names'
import type { Recording } from './recording'

/** The bytes of what `write` or `end` was given; null where it was given none. */
function bytesOf(chunk: unknown, encoding: unknown): Buffer | null {
  if (typeof chunk === 'string') return Buffer.from(chunk, toEncoding(encoding))
  return chunk instanceof Uint8Array ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : null
}

const toEncoding = (encoding: unknown): BufferEncoding =>
  typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8'

/**
 * Records the calls that other code, such as Node's `http`, makes on this socket, each just before it is made. What the
 * stream does by itself once both directions are over is no call of the program; nor is the empty write by which `http`
 * asks to be told when an answer has gone out (`_http_outgoing.js`, `end`): it hands TCP nothing.
 */
export function recordCalls(recording: Recording, side: Side, socket: Socket): void {
  const { write, end, destroy } = socket
  socket.write = ((...args: Parameters<Socket['write']>) => {
    const bytes = bytesOf(args[0], args[1])
    if (bytes?.length !== 0) recording.addWrite(side, 'call:write', bytes?.length ?? 0, bytes ?? undefined)
    return write.apply(socket, args)
  }) as Socket['write']
  socket.end = ((...args: Parameters<Socket['end']>) => {
    const bytes = bytesOf(args[0], args[1])
    if (bytes) recording.addWrite(side, 'call:end', bytes.length, bytes)
    else if (!socket.writableEnded) recording.add(side, 'call:end')
    return end.apply(socket, args)
  }) as Socket['end']
  socket.destroy = (error) => {
    const byItself = socket.destroyed || (socket.readableEnded && socket.writableFinished)
    if (!byItself) recording.add(side, 'call:destroy')
    return destroy.call(socket, error)
  }
}
