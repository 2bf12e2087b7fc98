import { otherSide, type Side, type TraceEventName } from '../../trace/names'
import type { EventDetail, Reason, TraceEvent, TraceNote, TraceSegment, TraceState } from '../../trace/schema'
import { SYN } from '../../trace/flags'
import type { Observer, Pair } from '../network/pair'
import { traceSegment } from '../record'
import type { Seq } from '../seq'
import type { EndpointOutput, Segment, Sent } from '../types'

/** What the recorder tells the rest of the simulation. */
export interface SimulationObserver {
  /** False: the segment is turned away before any endpoint sees it. */
  admits(to: Side, segment: Segment, mark: number): boolean
  worked(side: Side, output: EndpointOutput): void
}

/** Writes down one connection of a simulation, as the trace has it. */
export class Recorder implements Observer {
  readonly events: TraceEvent[] = []
  readonly segments: TraceSegment[] = []
  readonly states: TraceState[] = []
  readonly notes: TraceNote[] = []
  readonly isn: Record<Side, Seq | null> = { client: null, server: null }
  /** How often each event has fired: steps ask after every segment, however long the run is. */
  private readonly counts = new Map<string, number>()
  private pair: Pair | null = null
  private lastSent = 0

  constructor(
    private readonly now: () => number,
    private readonly observer: SimulationObserver,
  ) {
    for (const side of ['client', 'server'] as const)
      this.states.push({ t: now(), side, state: 'CLOSED', provenance: 'simulated', transition: null })
  }

  watch(pair: Pair): void {
    this.pair = pair
  }

  admits(to: Side, segment: Segment, mark: number): boolean {
    return this.observer.admits(to, segment, mark)
  }

  sent(from: Side, sent: Sent, arrives: number | null, copy: boolean): number {
    if ((sent.segment.flags & SYN) !== 0) this.isn[from] = sent.segment.seq
    const scale = this.pair?.ends[from].rcvScale ?? 0
    const n = this.write(from, sent, this.now(), arrives, scale, copy ? { duplicate: true } : {})
    if (!copy) this.lastSent = n
    return n
  }

  /** A segment that no endpoint of today sent. Answers its mark. */
  stray(from: Side, sent: Sent, t: number, arrives: number): number {
    return this.write(from, sent, t, arrives, 0, { stale: true })
  }

  worked(side: Side, output: EndpointOutput, mark: number): void {
    const t = this.now()
    const segment = mark > 0 ? mark : output.segments.length > 0 ? this.lastSent : 0
    for (const { id, to } of output.transitions)
      this.states.push({
        t,
        side,
        state: to,
        provenance: 'simulated',
        transition: id,
        ...(segment > 0 ? { segment } : {}),
      })
    if (output.dropped !== null) this.note('dropped', output.dropped, side, mark)
    this.observer.worked(side, output)
  }

  /** The side forgot everything: it is in CLOSED, and no row of the table took it there. */
  crashed(side: Side): void {
    this.states.push({ t: this.now(), side, state: 'CLOSED', provenance: 'simulated', transition: null })
    this.isn[side] = null
  }

  /** @param key - such as `server:data` */
  fired(key: string): number {
    return this.counts.get(key) ?? 0
  }

  event(side: Side, name: TraceEventName, detail?: EventDetail, target: 'socket' | 'server' = 'socket'): void {
    this.counts.set(`${side}:${name}`, this.fired(`${side}:${name}`) + 1)
    this.events.push({
      t: this.now(),
      side,
      name,
      target,
      provenance: 'simulated',
      ...(detail === undefined ? {} : { detail }),
    })
  }

  note(kind: TraceNote['kind'], reason: Reason, side?: Side, segment = 0): void {
    this.notes.push({
      t: this.now(),
      kind,
      reason,
      ...(side === undefined ? {} : { side }),
      ...(segment > 0 ? { segment } : {}),
    })
  }

  private write(
    from: Side,
    sent: Sent,
    t: number,
    arrives: number | null,
    scale: number,
    marks: Partial<TraceSegment>,
  ): number {
    const n = this.segments.length + 1
    const isn = { own: this.isn[from], peer: this.isn[otherSide(from)] }
    this.segments.push({
      ...traceSegment({ n, t, from, sent, isn, scale, provenance: 'simulated' }),
      arrives,
      ...(arrives === null ? { lost: true } : {}),
      ...marks,
    })
    return n
  }
}
