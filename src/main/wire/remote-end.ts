import { ok, type Result } from '@shared/result'
import type { ErrorCode } from '@shared/protocol/errors'
import type { Side } from '@shared/trace/names'
import type { EventDetail, Traffic } from '@shared/trace/schema'
import type { Act, FromEnd, ToEnd } from '@shared/wire/messages'
import type { ConversationEnd } from '../lab/end'
import { alreadyEnded, sideClosed, writeAfterEnd } from '../lab/failures'
import type { Payload } from '../lab/payload'

type Done = Result<Record<string, never>, ErrorCode>
type Happened = Extract<FromEnd, { kind: 'event' }>

/** One end of a connection whose socket is in another process: commands go there, what happens comes back. */
export class RemoteEnd implements ConversationEnd {
  #ending = false
  #ended = false
  #destroyed = false
  #paused = false
  #writable = true
  #traffic: Traffic = { bytesWritten: 0, bytesRead: 0, previewDropped: 0 }

  constructor(
    readonly side: Side,
    private readonly socket: number,
    private readonly tell: (message: ToEnd) => void,
  ) {}

  get writable(): boolean {
    return this.#writable && !this.#ending && !this.#destroyed
  }

  get leaving(): boolean {
    return this.#ending || this.#ended || this.#destroyed
  }

  get paused(): boolean {
    return this.#paused
  }

  get traffic(): Traffic {
    return this.#traffic
  }

  /** Something happened to its socket. */
  heard({ name, bytesWritten, bytesRead, previewDropped, writable }: Happened): void {
    this.#traffic = { bytesWritten, bytesRead, previewDropped }
    this.#writable = writable
    if (name === 'end') this.#ended = true
    if (name === 'close') this.#destroyed = true
  }

  write(payload: Payload): Done {
    if (this.#destroyed) return sideClosed(this.side)
    if (!this.writable) return writeAfterEnd(this.side)
    return this.#act('write', { payload })
  }

  end(payload: Payload | null): Done {
    if (this.#destroyed) return sideClosed(this.side)
    if (!this.writable) return payload ? writeAfterEnd(this.side) : alreadyEnded(this.side)
    this.#ending = true
    return this.#act('end', payload ? { payload } : {})
  }

  destroy(detail?: EventDetail): Done {
    return this.#act('destroy', detail ? { detail } : {})
  }

  resetAndDestroy(): Done {
    return this.#act('resetAndDestroy')
  }

  pause(): Done {
    if (!this.#destroyed) this.#paused = true
    return this.#act('pause')
  }

  resume(): Done {
    if (!this.#destroyed) this.#paused = false
    return this.#act('resume')
  }

  #act(act: Act, { payload, detail }: { payload?: Payload; detail?: EventDetail } = {}): Done {
    if (this.#destroyed) return sideClosed(this.side)
    const text = payload?.text?.toString()
    const carried = payload === undefined ? {} : text === undefined ? { bytes: payload.bytes } : { text }
    this.tell({ kind: 'act', socket: this.socket, act, ...carried, ...(detail === undefined ? {} : { detail }) })
    return ok({})
  }
}
