import { otherSide, type Side } from '../../trace/names'
import { nextTimer, step } from '../endpoint'
import type { Endpoint, EndpointInput, EndpointOutput, Segment, Sent } from '../types'
import type { Clock, Task } from './clock'
import type { Path } from './path'

type Distribute<T> = T extends unknown ? Omit<T, 'now'> : never
/** An input without its time: the pair's clock adds it. */
export type Untimed = Distribute<EndpointInput>

/** Whoever wants to know what happens between the two ends. */
export interface Observer {
  /** `arrives` null: lost on the way. Answers a mark that comes back with the arrival. */
  sent(from: Side, sent: Sent, arrives: number | null, copy: boolean): number
  /** False: the segment is turned away before the endpoint sees it. */
  admits(to: Side, segment: Segment, mark: number): boolean
  /** An endpoint has worked an input; `mark` is the arriving segment's, 0 for calls and timers. */
  worked(side: Side, output: EndpointOutput, mark: number): void
}

/** Two endpoints and the path between them: what one sends, the other gets; timers go off when they are due. */
export class Pair {
  readonly ends: Record<Side, Endpoint>
  private readonly alarms: Record<Side, Alarm>

  constructor(
    readonly clock: Clock,
    readonly path: Path,
    client: Endpoint,
    server: Endpoint,
    private readonly observer: Observer,
  ) {
    this.ends = { client, server }
    this.alarms = { client: new Alarm(this, 'client'), server: new Alarm(this, 'server') }
  }

  /** A user call or a timer, now. */
  input(side: Side, input: Untimed): EndpointOutput {
    return this.work(side, { ...input, now: this.clock.now }, 0)
  }

  /** Loses a side's control block, as a crash does: it knows nothing, and says nothing. */
  replace(side: Side, endpoint: Endpoint): void {
    this.ends[side] = endpoint
  }

  /** Lets a segment arrive at a time, from nowhere that this pair knows of. */
  deliver(to: Side, segment: Segment, at: number, mark: number): void {
    this.clock.at(at, new Delivery(this, to, segment, mark))
  }

  admits(to: Side, segment: Segment, mark: number): boolean {
    return this.observer.admits(to, segment, mark)
  }

  work(side: Side, input: EndpointInput, mark: number): EndpointOutput {
    const { endpoint, output } = step(this.ends[side], input)
    this.ends[side] = endpoint
    for (const sent of output.segments) this.dispatch(side, sent)
    this.alarms[side].set(endpoint)
    this.observer.worked(side, output, mark)
    return output
  }

  private dispatch(from: Side, sent: Sent): void {
    const { now } = this.clock
    for (const { takes, copy } of this.path.send(from, sent.segment, now)) {
      const arrives = takes === null ? null : now + takes
      const mark = this.observer.sent(from, sent, arrives, copy)
      if (arrives !== null) this.deliver(otherSide(from), sent.segment, arrives, mark)
    }
  }
}

class Delivery implements Task {
  constructor(
    private readonly pair: Pair,
    private readonly to: Side,
    private readonly segment: Segment,
    private readonly mark: number,
  ) {}

  run(): void {
    if (!this.pair.admits(this.to, this.segment, this.mark)) return
    this.pair.work(this.to, { kind: 'segment', now: this.pair.clock.now, segment: this.segment }, this.mark)
  }
}

/** One wake-up call an endpoint is enough: a deadline that moves away is looked at again when the old one comes. */
class Alarm implements Task {
  private at = Infinity

  constructor(
    private readonly pair: Pair,
    private readonly side: Side,
  ) {}

  set(endpoint: Endpoint): void {
    const next = nextTimer(endpoint)
    if (next === null || next.at >= this.at) return
    this.at = next.at
    this.pair.clock.at(next.at, this)
  }

  run(): void {
    const { now } = this.pair.clock
    if (now < this.at) return
    this.at = Infinity
    const endpoint = this.pair.ends[this.side]
    const due = nextTimer(endpoint)
    if (due !== null && due.at <= now) this.pair.work(this.side, { kind: 'timer', now, name: due.name }, 0)
    else this.set(endpoint)
  }
}
