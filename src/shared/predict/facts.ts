import { add } from '../tcp/seq'
import { sameFlags, sequenceLength } from '../trace/flags'
import { otherSide, type Flag, type Side, type TcpState } from '../trace/names'
import type { Connection, TraceSegment } from '../trace/schema'
import type { Notation } from './answer'

/** What there is to know at the moment a segment is sent: what the rules need to say what a misconception would give. */
export interface Facts {
  readonly connection: Connection
  readonly segment: TraceSegment
  readonly notation: Notation
  /** Earlier segments of the same sender, without the network's copies. */
  readonly sent: readonly TraceSegment[]
  /** Segments of the other end that had arrived, and all that it had sent. */
  readonly received: readonly TraceSegment[]
  readonly peerSent: readonly TraceSegment[]
  /** Those that arrived after the sender last acknowledged, and take sequence numbers. */
  readonly fresh: readonly TraceSegment[]
  /** The sender's last acknowledgement number, relative; null before any. */
  readonly lastAck: number | null
  readonly states: Readonly<Record<Side, TcpState | null>>
}

export function factsOf(connection: Connection, n: number, notation: Notation): Facts | null {
  const segment = connection.segments.find((one) => one.n === n)
  if (!segment) return null
  const before = connection.segments.filter((one) => one.n < n && !one.duplicate)
  const sent = before.filter((one) => one.from === segment.from && !one.stale)
  const peerSent = before.filter((one) => one.from !== segment.from)
  const received = peerSent.filter((one) => !one.lost && (one.arrives ?? segment.t) <= segment.t)
  const lastSent = sent.findLast((one) => one.relAck !== null)
  const fresh = received.filter((one) => sequenceLength(one) > 0 && (one.arrives ?? one.t) > (lastSent?.t ?? -Infinity))
  const states = {
    client: stateAfter(connection, segment, 'client'),
    server: stateAfter(connection, segment, 'server'),
  }
  const lastAck = lastSent?.relAck ?? null
  return { connection, segment, notation, sent, received, peerSent, fresh, lastAck, states }
}

export const isPureAck = (segment: TraceSegment): boolean => segment.len === 0 && sameFlags(segment.flags, ['ACK'])

export const has = (segment: TraceSegment, flag: Flag): boolean => segment.flags.includes(flag)

/** What a relative number is in the notation that was asked for. */
export function inNotation(facts: Facts, field: 'seq' | 'ack', relative: number | null): number | null {
  if (relative === null || facts.notation === 'relative') return relative
  const { seq, relSeq, ack, relAck } = facts.segment
  if (field === 'seq') return add(seq, relative - relSeq)
  if (ack !== null && relAck !== null) return add(ack, relative - relAck)
  return add(initialSequence(facts.connection, otherSide(facts.segment.from)) ?? 0, relative)
}

/** The initial sequence number of a side; null where nothing tells, or where it only refused and has drawn none. */
export function initialSequence(connection: Connection, side: Side): number | null {
  const sent = connection.segments.filter((segment) => segment.from === side && !segment.stale)
  const own = sent.find((segment) => !has(segment, 'RST'))
  if (own) return add(own.seq, -own.relSeq)
  return sent.length > 0 ? null : (connection.isn?.[side] ?? null)
}

/** What is put into ack where nothing has arrived that could be acknowledged: the start, what comes next, or a plain 0. */
export function prematureAcks({ connection, segment }: Facts): readonly number[] {
  return [0, 1, -(initialSequence(connection, otherSide(segment.from)) ?? 0)]
}

/** The state of an end once the segment has been sent and has arrived, before any later segment moves it. */
function stateAfter(connection: Connection, segment: TraceSegment, side: Side): TcpState | null {
  const until = side === segment.from ? segment.t : (segment.arrives ?? segment.t)
  let state: TcpState | null = null
  for (const entry of connection.states) {
    if (entry.side !== side) continue
    if (entry.segment !== undefined ? entry.segment > segment.n : entry.t > until) break
    if (entry.t <= until || entry.segment === segment.n) state = entry.state
  }
  return state
}
