import { otherSide, SIDES, type Side } from '../../trace/names'
import { ACK, PSH } from '../../trace/flags'
import { nextTimer, step } from '../endpoint'
import type { TimerName } from '../endpoint/timers'
import type { Endpoint, EndpointInput, Segment, Sent } from '../types'
import { Backlog } from './backlog'
import { Doubt } from './doubt'
import type { Ledger } from './ledger'
import { ignoresProbe, LossProbe } from './probe'

/** One way between two sockets of one machine, milliseconds: the kernel hands a segment over inside the sender's call. */
export const ONE_WAY = 0.015

export interface Flight {
  readonly at: number
  readonly to: Side
  readonly segment: Segment
  /** Its number in the ledger; null when it is no longer written down. */
  readonly n: number | null
  readonly cause: number | null
}

/** An input without its time, which the loopback's clock gives. */
export type Input = EndpointInput extends infer I ? (I extends EndpointInput ? Omit<I, 'now'> : never) : never

/**
 * Two endpoints joined by a lossless wire. On loopback the kernel delivers inside the sender's system call, so a call and
 * everything the two kernels do because of it is over before the program's next call; only timers come later.
 */
export class Loopback {
  /** Milliseconds; never runs back. */
  now = 0
  /** The network swallows what the client sends: nobody has answered yet, or nobody ever will. */
  unanswered = false
  /** Segments that were sent but not written down, because the record is full. */
  omitted = 0
  readonly #flights: Flight[] = []
  /** The side whose program is inside read(2). */
  #reading: Side | null = null
  #doubt: Doubt
  #probe: LossProbe
  /** The event behind the last thing that reached each side, for what its timers send later. */
  readonly #reached: Record<Side, number | null> = { client: null, server: null }

  constructor(
    readonly ends: Record<Side, Endpoint>,
    private readonly ledger: Ledger,
    private readonly tick: number,
  ) {
    this.#doubt = new Doubt(ledger, tick)
    this.#probe = new LossProbe(tick)
  }

  /** The same wire between two calls, to go on by itself and write into a ledger of its own. */
  fork(ledger: Ledger): Loopback {
    const copy = new Loopback({ ...this.ends }, ledger, this.tick)
    copy.now = this.now
    copy.unanswered = this.unanswered
    copy.omitted = this.omitted
    copy.#doubt = this.#doubt.fork(ledger)
    copy.#probe = this.#probe.fork()
    Object.assign(copy.#reached, this.#reached)
    return copy
  }

  /** LISTEN, which a server was in before the record begins. */
  listen(): void {
    this.ends.server = step(this.ends.server, { kind: 'open', mode: 'passive', now: this.now }).endpoint
  }

  /** A call of the program at time `t`, and all that follows at once. Answers whether TCP took it. */
  call(side: Side, input: Input, t: number, cause: number | null): boolean {
    this.advance(t)
    if (this.#step(side, input, cause ?? this.#reached[side], null)) return false
    this.settle()
    return true
  }

  /**
   * The program reads; what arrives meanwhile has to wait. A program that has always kept up does not show it: the kernel
   * has made its buffer larger by then (tcp_rcv_space_adjust).
   */
  read(side: Side, bytes: number, t: number, cause: number | null, keptUp: boolean): void {
    if (!keptUp) this.#reading = side
    this.call(side, { kind: 'receive', bytes }, t, cause)
    this.#reading = null
  }

  /** Lets timers go off up to time `t`. */
  advance(t: number): void {
    for (;;) {
      const due = this.#nextTimer()
      if (due === null || due.at > t) break
      this.now = Math.max(this.now, due.at)
      if (due.name === 'loss-probe') this.#probeLoss(due.side)
      else this.#step(due.side, { kind: 'timer', name: due.name }, this.#reached[due.side], null)
      this.settle()
    }
    this.now = Math.max(this.now, t)
  }

  /** Lets that side's delayed-ACK timer go off now. */
  acknowledgeNow(side: Side, t: number): void {
    this.advance(t)
    this.ends[side] = { ...this.ends[side], delayedAckAt: Math.min(this.ends[side].delayedAckAt, this.now) }
    this.#step(side, { kind: 'timer', name: 'delayed-ack' }, this.#reached[side], null)
    this.settle()
  }

  /** A segment that no endpoint of ours would send, because an event says that it must have come. */
  inject(from: Side, sent: Sent, t: number, cause: number): void {
    this.advance(t)
    this.#send(from, sent, cause)
    this.settle()
  }

  /** When the next timer goes off; null when none runs. */
  #nextTimer(): { readonly side: Side; readonly name: TimerName | 'loss-probe'; readonly at: number } | null {
    let next: { side: Side; name: TimerName | 'loss-probe'; at: number } | null = null
    for (const side of SIDES) {
      const probeAt = this.#probe.dueAt(side, this.ends[side])
      if (probeAt < (next?.at ?? Infinity)) next = { side, name: 'loss-probe', at: probeAt }
      const timer = nextTimer(this.ends[side])
      if (timer === null) continue
      const at = timer.name === 'delayed-ack' ? this.#doubt.likelyAt(timer.at) : timer.at
      if (next === null || at < next.at) next = { side, name: timer.name, at }
    }
    return next
  }

  /** The receiver has these bytes already, and says so at once. */
  #probeLoss(side: Side): void {
    const sent = this.#probe.fire(side, this.ends[side])
    if (sent === null || this.ledger.full) return
    const to = otherSide(side)
    const cause = this.#reached[to]
    if (!ignoresProbe(this.ends[to])) {
      this.#send(side, sent, cause)
      return
    }
    const n = this.ledger.sent(side, this.ends[side], sent, this.now, cause)
    this.ledger.arrived(n, this.now + ONE_WAY)
  }

  settle(): void {
    const backlog = new Backlog()
    for (let flight = this.#next(backlog); flight; flight = this.#next(backlog)) {
      this.now = Math.max(this.now, flight.at)
      if (flight.n !== null) this.ledger.arrived(flight.n, this.now)
      if (flight.to === this.#reading && backlog.holds(flight)) continue
      this.#reached[flight.to] = flight.cause
      this.#step(flight.to, { kind: 'segment', segment: flight.segment }, flight.cause, flight.n)
    }
  }

  /** What a reading program's socket has to wait with comes when everything else has. */
  #next(backlog: Backlog): Flight | undefined {
    return this.#flights.shift() ?? backlog.release()
  }

  #step(side: Side, input: Input, cause: number | null, arrived: number | null): boolean {
    const before = this.ends[side]
    const { endpoint, output } = step(before, { ...input, now: this.now } as EndpointInput)
    if (output.error !== null) return true
    this.ends[side] = endpoint
    this.#probe.settled(side, endpoint, this.now)
    let n: number | null = null
    for (const sent of output.segments) {
      n = this.#send(side, sent, cause)
      if (n !== null && (sent.segment.flags & ACK) !== 0) this.#doubt.acknowledged(side, before, sent, n, this.now)
    }
    for (const taken of output.transitions) this.ledger.moved(side, this.now, taken, arrived ?? n, cause)
    return false
  }

  #send(from: Side, sent: Sent, cause: number | null): number | null {
    this.#probe.sent(from, this.ends[from], sent, this.now)
    const omit = this.ledger.full && isPlain(sent)
    const n = omit ? null : this.ledger.sent(from, this.ends[from], sent, this.now, cause)
    if (omit) this.omitted += 1
    if (!this.unanswered) {
      this.#flights.push({ at: this.now + ONE_WAY, to: otherSide(from), segment: sent.segment, n, cause })
    }
    return n
  }
}

/** Data and pure ACKs: what a full record leaves out first. */
const isPlain = ({ segment }: Sent): boolean => (segment.flags & ~(ACK | PSH)) === 0
