import type { Connection, TraceSegment } from '../trace/schema'
import type { Action, Condition, LessonStep } from './schema'
import { findEvent, findSegment, findState } from './select'

/** Whether a condition holds on the trace as it stands. */
export function holds(condition: Condition, connection: Connection): boolean {
  if (condition.segment) return findSegment(connection, condition.segment) !== undefined
  if (condition.event) return findEvent(connection, condition.event) !== undefined
  if (condition.state) return findState(connection, condition.state) !== undefined
  return closingSegments(connection.segments) === condition.closing
}

export const passes = (step: Extract<LessonStep, { kind: 'check' }>, connection: Connection): boolean =>
  step.all.every((condition) => holds(condition, connection)) &&
  (step.none ?? []).every((condition) => !holds(condition, connection))

/**
 * How many segments the close took, as people count them: the FINs and the pure ACKs that answer them. Null while it is
 * not over, and where a reset ended the connection. Retransmissions do not count.
 */
export function closingSegments(segments: readonly TraceSegment[]): number | null {
  const kept = segments.filter((segment) => !segment.retransmission && !segment.duplicate)
  const fins = kept.filter((segment) => segment.flags.includes('FIN'))
  if (fins.length < 2 || kept.some((segment) => segment.flags.includes('RST'))) return null
  const acks = fins.map((fin) =>
    kept.find(
      (segment) =>
        segment.from !== fin.from &&
        segment.relAck !== null &&
        segment.relAck > fin.relSeq + fin.len &&
        segment.n > fin.n,
    ),
  )
  if (acks.some((ack) => ack === undefined)) return null
  return new Set([...fins, ...acks].map((segment) => segment?.n)).size
}

/** What an action always causes: how a `do` step without `until` knows that the real thing has happened. */
export function effects(action: Action): Condition[] {
  switch (action.do) {
    case 'connect':
      return [{ event: { side: 'client', name: 'connect' } }, { event: { side: 'server', name: 'connection' } }]
    case 'send':
      return [{ event: { side: action.side === 'client' ? 'server' : 'client', name: 'data' } }]
    case 'end':
      return [{ event: { side: action.side === 'client' ? 'server' : 'client', name: 'end' } }]
    case 'destroy':
    case 'resetAndDestroy':
      return [{ event: { side: action.side, name: 'close' } }]
    case 'play':
      return []
  }
}
