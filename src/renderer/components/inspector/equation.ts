import { add } from '@shared/tcp/seq'
import { sequenceLength } from '@shared/trace/flags'
import { otherSide, type Side } from '@shared/trace/names'
import type { Connection, TraceSegment } from '@shared/trace/schema'

/** What takes up sequence numbers: RFC 9293 §3.4 counts bytes, SYN and FIN, and nothing else. */
export interface Term {
  readonly role: 'seq' | 'len' | 'SYN' | 'FIN'
  readonly value: number
}

export interface Equation {
  /** `ack`: what this segment acknowledges; `next`: where its own sender goes on. */
  readonly kind: 'ack' | 'next'
  /** Whose numbers these are. */
  readonly owner: Side
  readonly terms: readonly Term[]
  readonly result: number
  /** The segment whose seq and length these are. */
  readonly of: number
}

function sum(
  segment: TraceSegment,
  mode: 'relative' | 'absolute',
): Pick<Equation, 'owner' | 'of' | 'terms' | 'result'> {
  const seq = mode === 'relative' ? segment.relSeq : segment.seq
  const terms: Term[] = [{ role: 'seq', value: seq }]
  if (segment.len > 0) terms.push({ role: 'len', value: segment.len })
  for (const flag of ['SYN', 'FIN'] as const) if (segment.flags.includes(flag)) terms.push({ role: flag, value: 1 })
  const result = mode === 'relative' ? seq + sequenceLength(segment) : add(seq, sequenceLength(segment))
  return { owner: segment.from, of: segment.n, terms, result }
}

/**
 * The segment that an acknowledgement answers: the last one that ends right where it points. A copy that had arrived is
 * taken before one that was still under way.
 */
function acknowledged(connection: Connection, segment: TraceSegment): TraceSegment | null {
  const peer = otherSide(segment.from)
  const fits = (other: TraceSegment): boolean =>
    other.from === peer &&
    other.n < segment.n &&
    other.lost !== true &&
    sequenceLength(other) > 0 &&
    other.relSeq + sequenceLength(other) === segment.relAck
  const had = (other: TraceSegment): boolean => (other.arrives ?? other.t) <= segment.t
  return (
    connection.segments.findLast((other) => fits(other) && had(other)) ?? connection.segments.findLast(fits) ?? null
  )
}

/** `ack = seq + len + SYN/FIN` with the numbers at hand; null where there is nothing to add up. */
export function ackEquation(
  connection: Connection,
  segment: TraceSegment,
  mode: 'relative' | 'absolute',
): Equation | null {
  if (segment.ack === null) return sequenceLength(segment) > 0 ? { kind: 'next', ...sum(segment, mode) } : null
  const of = acknowledged(connection, segment)
  return of ? { kind: 'ack', ...sum(of, mode) } : null
}
