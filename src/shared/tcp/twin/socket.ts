import type { Side } from '../../trace/names'
import type { Reason } from '../../trace/schema'
import { sendRoom } from '../endpoint'
import type { Endpoint } from '../types'
import type { Ledger } from './ledger'
import type { Loopback } from './loopback'
import { jump } from './jump'
import { hasten } from './hasten'
import { widen } from './widen'

/** libuv reads at most so much at a time (src/unix/stream.c). */
const READ_SIZE = 65_536
/** Node stops reading for a paused stream once it holds so much (`readableHighWaterMark`). */
const HIGH_WATER_MARK = 16_384
/** From a segment's arrival to the event loop's read(2) for a program that is idle, milliseconds. */
const POLL = 0.3

/** Full segments that tcp_sendmsg pushes out one by one; then pacing holds the rest back until they are one burst. */
const PUSHED_ALONE = 2

const WIDENED: Reason = { code: 'twin.unknown.window', source: 'Linux tcp_rcv_space_adjust' }

/**
 * What Node's socket does between the program and TCP: it holds writes until the connection stands, reads ahead for a
 * paused stream, and shuts down only when everything written has been handed over.
 */
export class NodeSocket {
  connected = false
  #paused = false
  /** It was never paused. */
  #keptUp = true
  /** `end()` was called, by the program or by Node itself on 'end'; the FIN follows. */
  ending = false
  /** The program itself called it: it can write no more. */
  ended = false
  /** `destroy()`: the file descriptor is closed. */
  destroyed = false
  /** `resetAndDestroy()` before the connection stood. */
  resetsOnConnect = false
  /** Bytes read from the kernel that the program has not been given. */
  #readAhead = 0
  /** Sizes of writes that the kernel has not taken yet. */
  #queue: number[] = []
  /** A shutdown waits for them. */
  #shutdown: number | null = null
  /** Received without being modelled segment by segment. */
  #jumped = 0

  get paused(): boolean {
    return this.#paused
  }

  set paused(paused: boolean) {
    this.#paused = paused
    if (paused) this.#keptUp = false
  }

  /** @param peer - whom the bytes of a full record are handed to directly */
  constructor(
    readonly side: Side,
    private readonly peer: () => NodeSocket,
    private readonly wire: Loopback,
    private readonly ledger: Ledger,
    /** False for a program that is not ours: it is taken to read at once. */
    private readonly observed: boolean,
  ) {}

  /** The same socket on another wire, to go on by itself. */
  fork(peer: () => NodeSocket, wire: Loopback, ledger: Ledger): NodeSocket {
    const copy = new NodeSocket(this.side, peer, wire, ledger, this.observed)
    const { connected, ending, ended, destroyed, resetsOnConnect } = this
    Object.assign(copy, { connected, ending, ended, destroyed, resetsOnConnect })
    copy.#paused = this.#paused
    copy.#keptUp = this.#keptUp
    copy.#readAhead = this.#readAhead
    copy.#queue = [...this.#queue]
    copy.#shutdown = this.#shutdown
    copy.#jumped = this.#jumped
    return copy
  }

  get #end(): Endpoint {
    return this.wire.ends[this.side]
  }

  /** Bytes of the program's that the kernel has not taken yet. */
  get waits(): boolean {
    return this.#queue.length > 0
  }

  write(bytes: number, t: number, cause: number): void {
    if (bytes > 0) this.#queue.push(bytes)
    if (this.connected) this.flush(t, cause)
  }

  /** The connection stands. The first write that waited goes alone, the rest in one writev (Node, lib/internal/streams). */
  connect(t: number, cause: number): void {
    if (this.connected) return
    this.connected = true
    const [first, ...rest] = this.#queue
    if (first !== undefined && rest.length > 1) this.#queue = [first, rest.reduce((sum, bytes) => sum + bytes, 0)]
    this.flush(t, cause)
  }

  /** Hands over as much as the kernel takes. tcp_sendmsg pushes out each full segment before it fills the next. */
  flush(t: number, cause: number): void {
    for (let left = this.#queue[0]; left !== undefined; left = this.#queue[0]) {
      const taken = this.#handOver(left, t, cause)
      if (taken === left) this.#queue.shift()
      else {
        this.#queue[0] = left - taken
        return
      }
    }
    if (this.#shutdown === null) return
    const since = this.#shutdown
    this.#shutdown = null
    this.wire.call(this.side, { kind: 'close', stillReads: true }, t, since)
  }

  #handOver(bytes: number, t: number, cause: number): number {
    let taken = 0
    const goal = segmentSize(this.#end)
    let pieces = 0
    while (taken < bytes) {
      if (this.ledger.full) {
        const rest = bytes - taken
        if (jump(this.wire, this.side, rest)) {
          this.peer().#jumped += rest
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
    this.ending = true
    this.#shutdown = cause
    this.flush(t, cause)
  }

  /** close(2): whatever Node still held is lost. */
  close(t: number, cause: number): void {
    this.destroyed = true
    this.#queue = []
    this.#shutdown = null
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
        this.wire.read(this.side, piece, t, cause, this.#keptUp)
        left -= piece
      }
      this.peer().flush(t, cause)
      left -= this.#takeJumped(left)
      if (piece > 0 || this.#end.rcvUnread > 0) continue
      if (hasten(this.wire, this.ledger, this.peer().side, t, cause)) continue
      if (!widen(this.wire, this.peer().side, t, cause)) break
      this.ledger.note({ t, kind: 'unknown', reason: WIDENED, side: this.side, evidence: [cause] })
      if (this.#end.rcvUnread === 0) break
    }
    return left
  }

  #take(bytes: number): number {
    const ahead = Math.min(bytes, this.#readAhead)
    this.#readAhead -= ahead
    return bytes - ahead - this.#takeJumped(bytes - ahead)
  }

  #takeJumped(bytes: number): number {
    const jumped = Math.min(bytes, this.#jumped)
    this.#jumped -= jumped
    return jumped
  }

  /** What the event loop reads by itself: all of it for a foreign program, up to the high-water mark for a paused one. */
  poll(t: number): void {
    const idle = this.wire.now + POLL <= t
    for (;;) {
      const unread = this.#end.rcvUnread
      const reads = this.observed ? this.paused && idle && this.#readAhead < HIGH_WATER_MARK : true
      if (unread === 0 || this.destroyed || !reads) return
      const piece = Math.min(unread, READ_SIZE)
      if (this.observed) this.#readAhead += piece
      this.wire.read(this.side, piece, this.wire.now + (this.observed ? POLL : 0), null, this.#keptUp)
    }
  }

  /** Reads everything there is: 'end' comes only after the last byte. */
  drain(t: number, cause: number): void {
    while (this.#end.rcvUnread > 0) this.given(this.#end.rcvUnread, t, cause)
  }
}

/** What tcp_sendmsg puts into one segment (tcp_send_mss, tcp_bound_to_half_wnd). */
function segmentSize({ sndMss, sndWndMax }: Endpoint): number {
  return Math.max(1, sndWndMax > 536 ? Math.min(sndMss, sndWndMax >> 1) : sndMss)
}
