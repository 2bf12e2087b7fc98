import { otherSide, type Side } from '../../trace/names'
import type { Reason, TraceNote, TraceSegment, TraceState } from '../../trace/schema'
import { ACK, RST } from '../../trace/flags'
import { traceSegment } from '../record'
import type { Endpoint, Sent, TransitionTaken } from '../types'
import { position, type Position } from './position'

/** Segments written down for one connection; beyond it, data is counted but not drawn (invariant 10). */
export const MAX_SEGMENTS = 5000
const MAX_NOTES = 200

/** What has been inferred so far. Every mark names the events it was derived from. */
export class Ledger {
  readonly segments: TraceSegment[] = []
  readonly states: TraceState[] = []
  readonly notes: TraceNote[] = []
  /** The furthest relative number of each sender, to count on beyond 2^32. */
  readonly #furthest: Record<Side, number> = { client: 0, server: 0 }
  /** So many segments are also in another ledger: one of them is copied before it changes. */
  #shared = 0

  /** @param foreign - the end that is no socket of ours: when it acknowledges, nobody here can know */
  constructor(
    private readonly isn: Readonly<Record<Side, number>>,
    private readonly foreign: Side | null,
  ) {}

  /** A ledger that goes on from here by itself. What either writes, the other does not see. */
  fork(): Ledger {
    const copy = new Ledger(this.isn, this.foreign)
    for (const segment of this.segments) copy.segments.push(segment)
    for (const state of this.states) copy.states.push(state)
    for (const note of this.notes) copy.notes.push(note)
    Object.assign(copy.#furthest, this.#furthest)
    this.#shared = copy.#shared = this.segments.length
    return copy
  }

  get full(): boolean {
    return this.segments.length >= MAX_SEGMENTS
  }

  /**
   * Writes a segment down.
   *
   * @param sender - the endpoint that sent it, as it is now
   * @param evidence - index of the event that it follows from; null where nothing was observed yet
   * @returns its number in the connection
   */
  sent(from: Side, sender: Endpoint, sent: Sent, t: number, evidence: number | null): number {
    const n = this.segments.length + 1
    const numbered = sender.sndNxt !== sender.iss && !answersNobody(sent)
    const isn = { own: numbered ? this.isn[from] : null, peer: this.isn[otherSide(from)] }
    const segment = traceSegment({ n, t, from, sent, isn, scale: sender.rcvScale, provenance: 'inferred' })
    segment.arrives = null
    segment.relSeq = numbered ? this.#relative(from, segment.seq) : segment.seq
    if (segment.ack !== null) segment.relAck = this.#relative(otherSide(from), segment.ack)
    segment.evidence = evidence === null ? [] : [evidence]
    segment.certainty = from === this.foreign && isPureAck(segment) && segment.relSeq > 1 ? 'unknown' : 'certain'
    this.segments.push(segment)
    return n
  }

  arrived(n: number, t: number): void {
    const segment = this.#own(n)
    if (segment) segment.arrives = t
  }

  moved(side: Side, t: number, taken: TransitionTaken, segment: number | null, event: number | null): void {
    this.states.push({
      t,
      side,
      state: taken.to,
      provenance: 'inferred',
      transition: taken.id,
      ...(segment === null ? {} : { segment }),
      ...(event === null ? {} : { event }),
    })
  }

  /** The state a side starts in, for which no transition was taken. */
  starts(side: Side, t: number, state: 'CLOSED' | 'LISTEN'): void {
    this.states.push({ t, side, state, provenance: 'inferred', transition: null })
  }

  /** One more event that bears a segment out. */
  confirm(n: number, event: number): void {
    if (this.segments[n - 1]?.evidence?.includes(event) === false) this.#own(n)?.evidence?.push(event)
  }

  /** The kernel may have chosen otherwise here. */
  doubt(n: number, reason: Reason): void {
    if (this.segments[n - 1]?.certainty === 'unknown') return
    const segment = this.#own(n)
    if (!segment) return
    segment.certainty = 'unknown'
    this.note({
      t: segment.t,
      kind: 'unknown',
      reason,
      side: segment.from,
      segment: n,
      evidence: segment.evidence ?? [],
    })
  }

  note(note: TraceNote): void {
    if (this.notes.length < MAX_NOTES) this.notes.push(note)
  }

  /** A segment that may be changed. A note about it goes on naming the same evidence. */
  #own(n: number): TraceSegment | undefined {
    const segment = this.segments[n - 1]
    if (!segment || n > this.#shared) return segment
    const { evidence } = segment
    if (!evidence) return (this.segments[n - 1] = { ...segment })
    const own = { ...segment, evidence: [...evidence] }
    for (const [at, note] of this.notes.entries()) {
      if (note.evidence === evidence) this.notes[at] = { ...note, evidence: own.evidence }
    }
    return (this.segments[n - 1] = own)
  }

  /** Distance from that side's ISN, counting on beyond 2^32. */
  #relative(side: Side, seq: number): Position {
    const rel = position(this.isn[side], seq, this.#furthest[side])
    if (rel > this.#furthest[side]) this.#furthest[side] = rel
    return rel
  }

  /** The last segment of that side for which the test holds, looking back over at most the newest few hundred. */
  last(from: Side, test: (segment: TraceSegment) => boolean): TraceSegment | null {
    for (let i = this.segments.length - 1; i >= Math.max(0, this.segments.length - LOOK_BACK); i -= 1) {
      const segment = this.segments[i]
      if (segment && segment.from === from && test(segment)) return segment
    }
    return null
  }
}

const LOOK_BACK = 400

const isPureAck = ({ flags, len }: TraceSegment): boolean => len === 0 && flags.length === 1 && flags[0] === 'ACK'

/** A reset for a connection that is not there: `<SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>` (RFC 9293 §3.5.2). */
const answersNobody = ({ segment, ackFrom }: Sent): boolean =>
  segment.seq === 0 && segment.flags === (RST | ACK) && ackFrom !== segment.ack && segment.window === 0
