import { otherSide, SIDES, type Side } from '../../trace/names'
import { nextTimer, step } from '../endpoint'
import {
  ignoresProbe,
  NOTHING_OUTSTANDING,
  probe,
  probeAt,
  withoutAcknowledged,
  withSent,
  type Outstanding,
} from '../endpoint/linux/loss-probe'
import { supposeAckDue, supposeLargerBuffer, supposeLargerWindow, supposeTransferred } from '../endpoint/suppose'
import type { TimerName } from '../endpoint/timers'
import type { Endpoint, EndpointInput, EndpointOutput, Segment, Sent } from '../types'
import { Backlog } from './backlog'
import type { Untimed } from './pair'

/** One way between two sockets of one machine, milliseconds: the kernel hands a segment over inside the sender's call. */
export const ONE_WAY = 0.015

/** What a caller says lies behind an input, handed to the observer as it is: the index of an event, or null. */
export type Cause = number | null

/** Whoever wants to know what happens between the two ends. */
export interface LoopbackObserver {
  /** @param sender - as it is now. Answers the segment's number; null where it is not kept. */
  sent(from: Side, sender: Endpoint, sent: Sent, t: number, cause: Cause): number | null
  arrived(n: number, t: number): void
  /** An endpoint has worked an input. */
  worked(work: Work): void
}

/** One input that an endpoint has worked, and what came of it. */
export interface Work {
  readonly side: Side
  readonly t: number
  readonly input: Untimed
  readonly before: Endpoint
  readonly output: EndpointOutput
  /** The number of each segment that it sent. */
  readonly sent: readonly (number | null)[]
  /** The number of the segment that arrived; null for calls and timers. */
  readonly arrived: number | null
  readonly cause: Cause
}

/** Where the wire stands between two calls, as plain data. Whoever keeps a copy of it can go on from there by itself. */
export interface LoopbackState {
  readonly wire: {
    /** Milliseconds; never runs back. */
    now: number
    /** The network swallows what the client sends: nobody has answered yet, or nobody ever will. */
    unanswered: boolean
  }
  readonly ends: Record<Side, Endpoint>
  readonly outstanding: Record<Side, Outstanding>
  /** The cause of the last thing that reached each side, for what its timers send later. */
  readonly reached: Record<Side, Cause>
}

export const loopbackState = (ends: Readonly<Record<Side, Endpoint>>): LoopbackState => ({
  wire: { now: 0, unanswered: false },
  ends: { ...ends },
  outstanding: { client: NOTHING_OUTSTANDING, server: NOTHING_OUTSTANDING },
  reached: { client: null, server: null },
})

interface Arrival {
  readonly at: number
  readonly to: Side
  readonly segment: Segment
  readonly n: number | null
  readonly cause: Cause
}

interface Due {
  readonly side: Side
  readonly name: TimerName | 'loss-probe'
  readonly at: number
}

/**
 * Two endpoints joined by a lossless wire. On loopback the kernel delivers inside the sender's system call, so a call and
 * everything the two kernels do because of it is over before the program's next call; only timers come later.
 */
export class Loopback {
  readonly #underway: Arrival[] = []
  /** The side whose program is inside read(2). */
  #reading: Side | null = null

  constructor(
    private readonly state: LoopbackState,
    private readonly observer: LoopbackObserver,
  ) {}

  get now(): number {
    return this.state.wire.now
  }

  get ends(): Readonly<Record<Side, Endpoint>> {
    return this.state.ends
  }

  /** LISTEN, which a server was in before the record begins. */
  listen(): void {
    const { ends, wire } = this.state
    ends.server = step(ends.server, { kind: 'open', mode: 'passive', now: wire.now }).endpoint
  }

  /** A call of the program at time `t`, and all that follows at once. Answers whether TCP took it. */
  call(side: Side, input: Untimed, t: number, cause: Cause): boolean {
    this.advance(t)
    if (!this.#step(side, input, cause ?? this.state.reached[side], null)) return false
    this.#settle()
    return true
  }

  /**
   * The program reads; what arrives meanwhile has to wait. A program that has always kept up does not show it: the kernel
   * has made its buffer larger by then (tcp_rcv_space_adjust).
   */
  read(side: Side, bytes: number, t: number, cause: Cause, keptUp: boolean): void {
    if (!keptUp) this.#reading = side
    this.call(side, { kind: 'receive', bytes }, t, cause)
    this.#reading = null
  }

  /** Lets timers go off up to time `t`. */
  advance(t: number): void {
    const { wire, reached } = this.state
    for (;;) {
      const due = this.#nextTimer()
      if (due === null || due.at > t) break
      wire.now = Math.max(wire.now, due.at)
      if (due.name === 'loss-probe') this.#probe(due.side)
      else this.#step(due.side, { kind: 'timer', name: due.name }, reached[due.side], null)
      this.#settle()
    }
    wire.now = Math.max(wire.now, t)
  }

  /** Lets that side's delayed-ACK timer go off now. */
  acknowledgeNow(side: Side, t: number): void {
    this.advance(t)
    const { ends, wire, reached } = this.state
    ends[side] = supposeAckDue(ends[side], wire.now)
    this.#step(side, { kind: 'timer', name: 'delayed-ack' }, reached[side], null)
    this.#settle()
  }

  /**
   * The receiver's window is larger by `bytes` than the model takes it to be, and the sender knows.
   *
   * @returns false where the sender has nothing that the window could hold back
   */
  widen(from: Side, bytes: number, t: number, cause: Cause): boolean {
    const { ends } = this.state
    const to = otherSide(from)
    if (ends[from].sndEnd === ends[from].sndCursor) return false
    ends[to] = supposeLargerBuffer(ends[to], bytes)
    ends[from] = supposeLargerWindow(ends[from], bytes)
    this.call(from, { kind: 'configure' }, t, cause)
    return true
  }

  /**
   * Takes `bytes` from one program to the other without a segment.
   *
   * @returns false where text of this direction has to go the ordinary way
   */
  transfer(from: Side, bytes: number): boolean {
    const { ends } = this.state
    const to = otherSide(from)
    const supposed = supposeTransferred(ends[from], ends[to], bytes)
    if (supposed === null) return false
    ends[from] = supposed.sender
    ends[to] = supposed.receiver
    return true
  }

  /** A segment that no endpoint of ours would send, because an event says that it must have come. */
  inject(from: Side, sent: Sent, t: number, cause: Cause): void {
    this.advance(t)
    this.#send(from, sent, cause)
    this.#settle()
  }

  /**
   * When the next timer goes off; null when none runs. A delayed ACK goes out at the first tick of the kernel's clock
   * after its deadline, and nothing tells where in the tick we are: it is taken for the middle, as likely before as after.
   */
  #nextTimer(): Due | null {
    const { ends, outstanding } = this.state
    let next: Due | null = null
    for (const side of SIDES) {
      const end = ends[side]
      const probing = probeAt(outstanding[side], end)
      if (probing < (next?.at ?? Infinity)) next = { side, name: 'loss-probe', at: probing }
      const timer = nextTimer(end)
      if (timer === null) continue
      const at = timer.name === 'delayed-ack' ? timer.at + end.config.profile.parameters.tick / 2 : timer.at
      if (next === null || at < next.at) next = { side, name: timer.name, at }
    }
    return next
  }

  /** The receiver has these bytes already, and says so at once. */
  #probe(side: Side): void {
    const { ends, outstanding, reached, wire } = this.state
    const sent = probe(outstanding[side], ends[side])
    outstanding[side] = { ...outstanding[side], probed: true }
    if (sent === null) return
    const to = otherSide(side)
    if (!ignoresProbe(ends[to])) {
      this.#send(side, sent, reached[to])
      return
    }
    const n = this.observer.sent(side, ends[side], sent, wire.now, reached[to])
    if (n !== null) this.observer.arrived(n, wire.now + ONE_WAY)
  }

  #settle(): void {
    const { wire, reached } = this.state
    const backlog = new Backlog<Arrival>()
    for (let arrival = this.#next(backlog); arrival; arrival = this.#next(backlog)) {
      wire.now = Math.max(wire.now, arrival.at)
      if (arrival.n !== null) this.observer.arrived(arrival.n, wire.now)
      if (arrival.to === this.#reading && backlog.holds(arrival)) continue
      reached[arrival.to] = arrival.cause
      this.#step(arrival.to, { kind: 'segment', segment: arrival.segment }, arrival.cause, arrival.n)
    }
  }

  /** What a reading program's socket has to wait with comes when everything else has. */
  #next(backlog: Backlog<Arrival>): Arrival | undefined {
    return this.#underway.shift() ?? backlog.release()
  }

  /** @returns false when the endpoint refused it */
  #step(side: Side, input: Untimed, cause: Cause, arrived: number | null): boolean {
    const { ends, outstanding, wire } = this.state
    const before = ends[side]
    const { endpoint, output } = step(before, { ...input, now: wire.now } as EndpointInput)
    if (output.error !== null) return false
    ends[side] = endpoint
    outstanding[side] = withoutAcknowledged(outstanding[side], endpoint, wire.now)
    const sent = output.segments.map((one) => this.#send(side, one, cause))
    this.observer.worked({ side, t: wire.now, input, before, output, sent, arrived, cause })
    return true
  }

  #send(from: Side, sent: Sent, cause: Cause): number | null {
    const { ends, outstanding, wire } = this.state
    outstanding[from] = withSent(outstanding[from], ends[from], sent, wire.now)
    const n = this.observer.sent(from, ends[from], sent, wire.now, cause)
    if (!wire.unanswered)
      this.#underway.push({ at: wire.now + ONE_WAY, to: otherSide(from), segment: sent.segment, n, cause })
    return n
  }
}
