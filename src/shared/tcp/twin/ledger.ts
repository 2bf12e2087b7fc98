import { otherSide, type Side } from '../../trace/names'
import type { Reason, TraceNote, TraceSegment, TraceState } from '../../trace/schema'
import { ACK, PSH } from '../../trace/flags'
import { traceSegment } from '../record'
import type { LoopbackObserver, Work } from '../network/loopback'
import type { Endpoint, Sent } from '../types'
import { doubtful, type TimerAcks } from './doubt'
import { position, type Position } from './position'

/** Segments written down for one connection; beyond it, data is counted but not drawn (invariant 10). */
export const MAX_SEGMENTS = 5000
const MAX_NOTES = 200

/** What has been inferred so far, as plain data: segments, states and notes are replaced, never changed. */
export interface LedgerState {
  readonly segments: TraceSegment[]
  readonly states: TraceState[]
  readonly notes: TraceNote[]
  /** The furthest relative number of each sender, to count on beyond 2^32. */
  readonly furthest: Record<Side, number>
  readonly timerAcks: TimerAcks
  readonly omitted: {
    /** Segments that were sent but not written down, because the record is full. */
    segments: number
  }
}

export const emptyLedger = (): LedgerState => ({
  segments: [],
  states: [],
  notes: [],
  furthest: { client: 0, server: 0 },
  timerAcks: { client: null, server: null },
  omitted: { segments: 0 },
})

/** Writes down what follows from the events. Every mark names the events it was derived from. */
export class Ledger implements LoopbackObserver {
  /** @param foreign - the end that is no socket of ours: when it acknowledges, nobody here can know */
  constructor(
    private readonly state: LedgerState,
    private readonly isn: Readonly<Record<Side, number>>,
    private readonly foreign: Side | null,
  ) {}

  get full(): boolean {
    return this.state.segments.length >= MAX_SEGMENTS
  }

  get empty(): boolean {
    return this.state.segments.length === 0
  }

  /**
   * Writes a segment down. A full record leaves out data and pure ACKs.
   *
   * @param sender - the endpoint that sent it, as it is now
   * @param evidence - index of the event that it follows from; null where nothing was observed yet
   * @returns its number in the connection; null where it was left out
   */
  sent(from: Side, sender: Endpoint, sent: Sent, t: number, evidence: number | null): number | null {
    const { segments, omitted } = this.state
    if (this.full && isPlain(sent)) {
      omitted.segments += 1
      return null
    }
    const n = segments.length + 1
    const numbered = sent.unnumbered !== true
    const isn = { own: numbered ? this.isn[from] : null, peer: this.isn[otherSide(from)] }
    const segment = traceSegment({ n, t, from, sent, isn, scale: sender.rcvScale, provenance: 'inferred' })
    segment.arrives = null
    segment.relSeq = numbered ? this.#relative(from, segment.seq) : segment.seq
    if (segment.ack !== null) segment.relAck = this.#relative(otherSide(from), segment.ack)
    segment.evidence = evidence === null ? [] : [evidence]
    segment.certainty = from === this.foreign && isPureAck(segment) && segment.relSeq > 1 ? 'unknown' : 'certain'
    segments.push(segment)
    return n
  }

  arrived(n: number, t: number): void {
    const segment = this.state.segments[n - 1]
    if (segment) this.state.segments[n - 1] = { ...segment, arrives: t }
  }

  worked(work: Work): void {
    const { side, t, output, sent, arrived, cause } = work
    for (const { n, reason } of doubtful(this.state.timerAcks, work)) this.doubt(n, reason)
    const segment = arrived ?? sent.at(-1) ?? null
    for (const { id, to } of output.transitions)
      this.state.states.push({
        t,
        side,
        state: to,
        provenance: 'inferred',
        transition: id,
        ...(segment === null ? {} : { segment }),
        ...(cause === null ? {} : { event: cause }),
      })
  }

  /** The state a side starts in, for which no transition was taken. */
  starts(side: Side, t: number, state: 'CLOSED' | 'LISTEN'): void {
    this.state.states.push({ t, side, state, provenance: 'inferred', transition: null })
  }

  /** One more event that bears a segment out. A note about the segment names the same evidence. */
  confirm(n: number, event: number): void {
    const { segments, notes } = this.state
    const segment = segments[n - 1]
    const { evidence } = segment ?? {}
    if (!segment || evidence === undefined || evidence.includes(event)) return
    const more = [...evidence, event]
    segments[n - 1] = { ...segment, evidence: more }
    for (const [at, note] of notes.entries()) if (note.evidence === evidence) notes[at] = { ...note, evidence: more }
  }

  /** The kernel may have chosen otherwise here. */
  doubt(n: number, reason: Reason): void {
    const segment = this.state.segments[n - 1]
    if (!segment || segment.certainty === 'unknown') return
    const { t, from: side, evidence = [] } = segment
    this.state.segments[n - 1] = { ...segment, certainty: 'unknown' }
    this.note({ t, kind: 'unknown', reason, side, segment: n, evidence })
  }

  note(note: TraceNote): void {
    if (this.state.notes.length < MAX_NOTES) this.state.notes.push(note)
  }

  /** Distance from that side's ISN, counting on beyond 2^32. */
  #relative(side: Side, seq: number): Position {
    const { furthest } = this.state
    const rel = position(this.isn[side], seq, furthest[side])
    if (rel > furthest[side]) furthest[side] = rel
    return rel
  }

  /** The last segment of that side for which the test holds, looking back over at most the newest few hundred. */
  last(from: Side, test: (segment: TraceSegment) => boolean): TraceSegment | null {
    const { segments } = this.state
    for (let i = segments.length - 1; i >= Math.max(0, segments.length - LOOK_BACK); i -= 1) {
      const segment = segments[i]
      if (segment && segment.from === from && test(segment)) return segment
    }
    return null
  }
}

const LOOK_BACK = 400

const isPureAck = ({ flags, len }: TraceSegment): boolean => len === 0 && flags.length === 1 && flags[0] === 'ACK'

/** Data and pure ACKs. */
const isPlain = ({ segment }: Sent): boolean => (segment.flags & ~(ACK | PSH)) === 0
