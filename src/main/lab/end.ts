import type { Socket } from 'node:net'
import { ok, type Result } from '@shared/result'
import type { ErrorCode } from '@shared/protocol/errors'
import type { Side, TraceEventName } from '@shared/trace/names'
import type { EventDetail, Traffic } from '@shared/trace/schema'
import { alreadyEnded, sideClosed, writeAfterEnd } from './failures'
import { observe } from './observe'
import { FILLER, type Payload } from './payload'
import type { Recording } from './recording'

interface Operation {
  readonly verb: 'write' | 'end'
  readonly payload: Payload | null
  /** Bytes already handed to the socket. */
  sent: number
}

type Done = Result<Record<string, never>, ErrorCode>

/** Where an end writes down its calls and events: the recording itself, or what sends them to it from another process. */
export type EndRecorder = Pick<Recording, 'add' | 'addData' | 'addWrite' | 'previewDropped'>

/** What a command can do at one end of a connection, wherever its socket is. */
export type ConversationEnd = Pick<
  End,
  | 'side'
  | 'writable'
  | 'paused'
  | 'traffic'
  | 'leaving'
  | 'write'
  | 'end'
  | 'destroy'
  | 'resetAndDestroy'
  | 'pause'
  | 'resume'
>

/**
 * One end of a connection: a real socket, and the calls made on it, each recorded just before it is made. Writes longer
 * than the filler go out piece by piece as the socket drains; what is asked meanwhile waits its turn.
 */
export class End {
  readonly #queue: Operation[] = []
  #ending = false
  #pausedByDrain = false
  #paused = false

  constructor(
    readonly side: Side,
    readonly socket: Socket,
    private readonly recording: EndRecorder,
  ) {
    observe(recording, side, socket)
    socket.on('drain', () => {
      this.#pausedByDrain = false
      this.#advance()
    })
    socket.on('close', () => (this.#queue.length = 0))
  }

  get writable(): boolean {
    return this.socket.writable && !this.#ending
  }

  /** Whether the last thing this end was told about reading is to stop. */
  get paused(): boolean {
    return this.#paused
  }

  get traffic(): Traffic {
    return {
      bytesWritten: this.socket.bytesWritten,
      bytesRead: this.socket.bytesRead,
      previewDropped: this.recording.previewDropped(this.side),
    }
  }

  /** Whether this side's direction is over, or being ended, or its socket is gone. */
  get leaving(): boolean {
    return this.#ending || this.socket.writableEnded || this.socket.readableEnded || this.socket.destroyed
  }

  write(payload: Payload): Done {
    if (this.socket.destroyed) return sideClosed(this.side)
    if (!this.writable) return writeAfterEnd(this.side)
    this.#queue.push({ verb: 'write', payload, sent: 0 })
    this.#advance()
    return ok({})
  }

  end(payload: Payload | null): Done {
    if (this.socket.destroyed) return sideClosed(this.side)
    if (!this.writable) return payload ? writeAfterEnd(this.side) : alreadyEnded(this.side)
    this.#ending = true
    this.#queue.push({ verb: 'end', payload, sent: 0 })
    this.#advance()
    return ok({})
  }

  destroy(detail?: EventDetail): Done {
    return this.#call('call:destroy', () => this.socket.destroy(), detail)
  }

  resetAndDestroy(): Done {
    return this.#call('call:resetAndDestroy', () => this.socket.resetAndDestroy())
  }

  pause(): Done {
    return this.#call('call:pause', () => {
      this.#paused = true
      this.socket.pause()
    })
  }

  resume(): Done {
    return this.#call('call:resume', () => {
      this.#paused = false
      this.socket.resume()
    })
  }

  setNoDelay(): void {
    this.#call('call:setNoDelay', () => this.socket.setNoDelay(true), { noDelay: true })
  }

  #call(name: TraceEventName, make: () => unknown, detail?: EventDetail): Done {
    if (this.socket.destroyed) return sideClosed(this.side)
    this.recording.add(this.side, name, detail)
    make()
    return ok({})
  }

  #advance(): void {
    for (let operation = this.#queue[0]; operation && !this.#pausedByDrain; operation = this.#queue[0]) {
      const { verb, payload } = operation
      const left = payload ? payload.bytes - operation.sent : 0
      const piece = payload?.text ?? FILLER.subarray(0, Math.min(left, FILLER.length))
      const last = piece.length >= left
      if (last) this.#queue.shift()
      operation.sent += piece.length
      if (verb === 'end' && last) this.#end(payload ? piece : null, payload?.text)
      else this.#write(piece, payload?.text)
    }
  }

  #write(piece: Buffer, text: Buffer | undefined): void {
    this.recording.addWrite(this.side, 'call:write', piece.length, text)
    // Only a full buffer makes the rest wait: write() answers false (Node documentation, `stream.Writable`).
    this.#pausedByDrain = !this.socket.write(piece) && this.#queue.length > 0
  }

  #end(piece: Buffer | null, text: Buffer | undefined): void {
    if (piece === null) {
      this.recording.add(this.side, 'call:end')
      this.socket.end()
    } else {
      this.recording.addWrite(this.side, 'call:end', piece.length, text)
      this.socket.end(piece)
    }
  }
}
