import type { Side } from '../../trace/names'
import type { Reason } from '../../trace/schema'
import { segmentSize, sendRoom } from '../endpoint'
import type { Endpoint } from '../types'
import type { Ledger } from './ledger'
import type { Loopback } from '../network/loopback'
import { hasten } from './hasten'

/** libuv reads at most so much at a time (src/unix/stream.c). */
const READ_SIZE = 65_536
/** Node stops reading for a paused stream once it holds so much (`readableHighWaterMark`). */
const HIGH_WATER_MARK = 16_384
/** One step of the kernel's automatic tuning of the receive buffer (tcp_rcv_space_adjust), bytes. */
const BUFFER_STEP = 131_072
/** From a segment's arrival to the event loop's read(2) for a program that is idle, milliseconds. */
const POLL = 0.3

/** Full segments that tcp_sendmsg pushes out one by one; then pacing holds the rest back until they are one burst. */
const PUSHED_ALONE = 2

const WIDENED: Reason = { code: 'twin.unknown.window', source: 'Linux tcp_rcv_space_adjust' }

/** One Node socket between two events, as plain data. */
export interface SocketState {
  connected: boolean
  paused: boolean
  /** It was never paused. */
  keptUp: boolean
  /** `end()` was called, by the program or by Node itself on 'end'; the FIN follows. */
  ending: boolean
  /** The program itself called it: it can write no more. */
  ended: boolean
  /** `destroy()`: the file descriptor is closed. */
  destroyed: boolean
  /** `resetAndDestroy()` before the connection stood. */
  resetsOnConnect: boolean
  /** Bytes read from the kernel that the program has not been given. */
  readAhead: number
  /** Sizes of writes that the kernel has not taken yet. */
  queue: readonly number[]
  /** A shutdown waits for them: the event that asked for it. */
  shutdown: number | null
  /** Bytes received without being modelled segment by segment. */
  transferred: number
}

export const newSocket = (): SocketState => ({
  connected: false,
  paused: false,
  keptUp: true,
  ending: false,
  ended: false,
  destroyed: false,
  resetsOnConnect: false,
  readAhead: 0,
  queue: [],
  shutdown: null,
  transferred: 0,
})

/**
 * What Node's socket does between the program and TCP: it holds writes until the connection stands, reads ahead for a
 * paused stream, and shuts down only when everything written has been handed over.
 */
export class NodeSocket {
  /** @param peer - whom the bytes of a full record are handed to directly */
  constructor(
    readonly side: Side,
    readonly state: SocketState,
    private readonly peer: () => NodeSocket,
    private readonly wire: Loopback,
    private readonly ledger: Ledger,
    /** False for a program that is not ours: it is taken to read at once. */
    private readonly observed: boolean,
  ) {}

  pause(): void {
    this.state.paused = true
    this.state.keptUp = false
  }

  get #end(): Endpoint {
    return this.wire.ends[this.side]
  }

  /** Bytes of the program's that the kernel has not taken yet. */
  get waits(): boolean {
    return this.state.queue.length > 0
  }

  write(bytes: number, t: number, cause: number): void {
    if (bytes > 0) this.state.queue = [...this.state.queue, bytes]
    if (this.state.connected) this.flush(t, cause)
  }

  /** The connection stands. The first write that waited goes alone, the rest in one writev (Node, lib/internal/streams). */
  connect(t: number, cause: number): void {
    const { state } = this
    if (state.connected) return
    state.connected = true
    const [first, ...rest] = state.queue
    if (first !== undefined && rest.length > 1) state.queue = [first, rest.reduce((sum, bytes) => sum + bytes, 0)]
    this.flush(t, cause)
  }

  /** Hands over as much as the kernel takes. tcp_sendmsg pushes out each full segment before it fills the next. */
  flush(t: number, cause: number): void {
    const { state } = this
    for (let left = state.queue[0]; left !== undefined; left = state.queue[0]) {
      const taken = this.#handOver(left, t, cause)
      const others = state.queue.slice(1)
      state.queue = taken === left ? others : [left - taken, ...others]
      if (taken < left) return
    }
    if (state.shutdown === null) return
    const since = state.shutdown
    state.shutdown = null
    this.wire.call(this.side, { kind: 'close', stillReads: true }, t, since)
  }

  #handOver(bytes: number, t: number, cause: number): number {
    let taken = 0
    const goal = segmentSize(this.#end)
    let pieces = 0
    while (taken < bytes) {
      if (this.ledger.full) {
        const rest = bytes - taken
        if (this.wire.transfer(this.side, rest)) {
          this.peer().state.transferred += rest
          return bytes
        }
        if (this.#end.sndEnd !== this.#end.sndCursor) break
      }
      const left = bytes - taken
      const piece = Math.min(left, pieces < PUSHED_ALONE ? goal : left, sendRoom(this.#end))
      if (piece === 0) break
      pieces += 1
      const push = taken + piece === bytes
      if (!this.wire.call(this.side, { kind: 'send', bytes: piece, push }, t, cause)) return bytes
      taken += piece
    }
    return taken
  }

  /** shutdown(2): the FIN, once everything written before has been handed over. */
  shutdown(t: number, cause: number): void {
    this.state.ending = true
    this.state.shutdown = cause
    this.flush(t, cause)
  }

  /** close(2): whatever Node still held is lost. */
  close(t: number, cause: number): void {
    this.state.destroyed = true
    this.state.queue = []
    this.state.shutdown = null
    this.wire.call(this.side, { kind: 'close', stillReads: false }, t, cause)
  }

  /**
   * The program was given `bytes`. Reading opens the window, which may let in more.
   *
   * @returns how many of them cannot have arrived
   */
  given(bytes: number, t: number, cause: number): number {
    let left = this.#take(bytes)
    while (left > 0) {
      const piece = Math.min(left, this.#end.rcvUnread, READ_SIZE)
      if (piece > 0) {
        this.wire.read(this.side, piece, t, cause, this.state.keptUp)
        left -= piece
      }
      this.peer().flush(t, cause)
      left -= this.#takeTransferred(left)
      if (piece > 0 || this.#end.rcvUnread > 0) continue
      if (hasten(this.wire, this.ledger, this.peer().side, t, cause)) continue
      if (!this.wire.widen(this.peer().side, BUFFER_STEP, t, cause)) break
      this.ledger.note({ t, kind: 'unknown', reason: WIDENED, side: this.side, evidence: [cause] })
      if (this.#end.rcvUnread === 0) break
    }
    return left
  }

  #take(bytes: number): number {
    const ahead = Math.min(bytes, this.state.readAhead)
    this.state.readAhead -= ahead
    return bytes - ahead - this.#takeTransferred(bytes - ahead)
  }

  #takeTransferred(bytes: number): number {
    const transferred = Math.min(bytes, this.state.transferred)
    this.state.transferred -= transferred
    return transferred
  }

  /** What the event loop reads by itself: all of it for a foreign program, up to the high-water mark for a paused one. */
  poll(t: number): void {
    const idle = this.wire.now + POLL <= t
    for (;;) {
      const unread = this.#end.rcvUnread
      const reads = this.observed ? this.state.paused && idle && this.state.readAhead < HIGH_WATER_MARK : true
      if (unread === 0 || this.state.destroyed || !reads) return
      const piece = Math.min(unread, READ_SIZE)
      if (this.observed) this.state.readAhead += piece
      this.wire.read(this.side, piece, this.wire.now + (this.observed ? POLL : 0), null, this.state.keptUp)
    }
  }

  /** Reads everything there is: 'end' comes only after the last byte. */
  drain(t: number, cause: number): void {
    while (this.#end.rcvUnread > 0) this.given(this.#end.rcvUnread, t, cause)
  }
}
