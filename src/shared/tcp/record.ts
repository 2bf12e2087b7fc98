import type { Provenance, Side } from '../trace/names'
import type { Reason, TraceSegment } from '../trace/schema'
import { ACK, flagNames, sequenceLength, SYN } from '../trace/flags'
import { distance, type Seq } from './seq'
import type { Sent } from './types'

/** The initial sequence numbers as far as they are known; null: that side has never had one. */
export interface InitialNumbers {
  readonly own: Seq | null
  readonly peer: Seq | null
}

export interface Recorded {
  readonly n: number
  readonly t: number
  readonly from: Side
  readonly sent: Sent
  readonly isn: InitialNumbers
  /** Bits by which the window field is to be shifted. */
  readonly scale: number
  readonly provenance: Provenance
}

/** A segment as the trace writes it, its reasons filled with its numbers, relative to the initial ones. */
export function traceSegment({ n, t, from, sent, isn, scale, provenance }: Recorded): TraceSegment {
  const { segment } = sent
  const acknowledges = (segment.flags & ACK) !== 0
  const relSeq = relative(segment.seq, isn.own)
  const relAck = acknowledges ? relative(segment.ack, isn.peer) : null
  const shift = (segment.flags & SYN) !== 0 ? 0 : scale
  const options = {
    ...(segment.mss === null ? {} : { mss: segment.mss }),
    ...(segment.windowScale === null ? {} : { windowScale: segment.windowScale }),
  }
  return {
    n,
    t,
    from,
    flags: flagNames(segment.flags),
    seq: segment.seq,
    ack: acknowledges ? segment.ack : null,
    relSeq,
    relAck,
    len: segment.len,
    window: segment.window,
    windowBytes: segment.window * 2 ** shift,
    ...(Object.keys(options).length > 0 ? { options } : {}),
    provenance,
    ...(sent.retransmission ? { retransmission: true } : {}),
    why: explained(sent, relSeq, relAck, isn),
  }
}

/** Numbers count from the ISN; without one (a reset for a connection that never was) they are what they are. */
const relative = (seq: Seq, isn: Seq | null): number => (isn === null ? seq : distance(seq, isn))

/**
 * The places that sentences may use: `seq`, `len`, `next` (the number after this segment), `ack`, `before` (what was
 * acknowledged until now) and `new` (how far the acknowledgement moves).
 */
function explained(sent: Sent, seq: number, ack: number | null, isn: InitialNumbers): NonNullable<TraceSegment['why']> {
  const { segment, why } = sent
  const next = seq + sequenceLength(segment)
  const fill = (reason: Reason, params: NonNullable<Reason['params']>): Reason => ({
    ...reason,
    params: { ...params, ...reason.params },
  })
  const before = relative(sent.ackFrom, isn.peer)
  return {
    sent: fill(why.sent, { seq, len: segment.len, next, ack }),
    ack: why.ack === null || ack === null ? null : fill(why.ack, { before, new: ack - before, ack }),
  }
}
