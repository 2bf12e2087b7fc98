import { sameFlags } from '../trace/flags'
import type { Connection, TraceEvent, TraceSegment, TraceState } from '../trace/schema'
import type { EventSelector, SegmentSelector, StateSelector } from './schema'

/** Finds what a lesson points at on the trace at hand; undefined where it has not happened (yet). */

export function findSegment(connection: Connection, selector: SegmentSelector): TraceSegment | undefined {
  return connection.segments.filter((segment) => matches(segment, selector))[(selector.nth ?? 1) - 1]
}

/** The event and its index into `connection.events`. */
export function findEvent(
  connection: Connection,
  selector: EventSelector,
): { event: TraceEvent; index: number } | undefined {
  return connection.events
    .map((event, index) => ({ event, index }))
    .filter(({ event }) => event.name === selector.name && (selector.side ?? event.side) === event.side)[
    (selector.nth ?? 1) - 1
  ]
}

/** The state and its index into `connection.states`. */
export function findState(
  connection: Connection,
  selector: StateSelector,
): { state: TraceState; index: number } | undefined {
  const index = connection.states.findIndex((entry) => entry.side === selector.side && entry.state === selector.state)
  const state = connection.states[index]
  return state && { state, index }
}

function matches(segment: TraceSegment, selector: SegmentSelector): boolean {
  return (
    (selector.from ?? segment.from) === segment.from &&
    (selector.flags === undefined || sameFlags(selector.flags, segment.flags)) &&
    (selector.data === undefined || selector.data === segment.len > 0) &&
    agrees(selector.lost, segment.lost) &&
    agrees(selector.retransmission, segment.retransmission) &&
    agrees(selector.stale, segment.stale)
  )
}

const agrees = (wanted: boolean | undefined, is: boolean | undefined): boolean =>
  wanted === undefined || wanted === (is ?? false)
