import type { Socket } from 'node:net'
import { Preview, PREVIEW_BYTES } from '../../lab/preview'
import type { EndRecorder } from '../../lab/end'
import type { Side, TraceEventName } from '@shared/trace/names'
import type { EventDetail } from '@shared/trace/schema'
import type { FromEnd } from '@shared/wire/messages'
import { monotonic } from './clock'

/** What of both previews a connection's record has room for on one side. */
const SIDE_PREVIEW = PREVIEW_BYTES / 4

/** Tells the parent of one socket's calls and events, each when it happens; the parent's recording bounds what is kept. */
export class Forwarder implements EndRecorder {
  readonly #written = new Preview(SIDE_PREVIEW)
  readonly #read = new Preview(PREVIEW_BYTES - SIDE_PREVIEW)
  /** Set once the socket is there; events before are of none. */
  watched: { readonly socket: Socket; readonly writable: () => boolean } | null = null

  constructor(
    private readonly socket: number,
    private readonly tell: (message: FromEnd) => void,
  ) {}

  add(
    _side: Side,
    name: TraceEventName,
    detail?: EventDetail,
    target: 'server' | 'socket' = 'socket',
    at = monotonic(),
  ): void {
    this.tell({
      kind: 'event',
      socket: this.socket,
      at,
      name,
      target,
      ...(detail === undefined ? {} : { detail }),
      bytesWritten: this.watched?.socket.bytesWritten ?? 0,
      bytesRead: this.watched?.socket.bytesRead ?? 0,
      previewDropped: this.#read.dropped,
      writable: this.watched?.writable() ?? false,
    })
  }

  addWrite(side: Side, name: 'call:write' | 'call:end', bytes: number, payload?: Buffer): void {
    const text = payload === undefined ? undefined : this.#written.take(payload)
    this.add(side, name, text === undefined ? { bytes } : { bytes, text })
  }

  addData(side: Side, chunk: Buffer): void {
    const text = this.#read.take(chunk)
    this.add(side, 'data', text === undefined ? { bytes: chunk.length } : { bytes: chunk.length, text })
  }

  previewDropped(): number {
    return this.#read.dropped
  }
}
