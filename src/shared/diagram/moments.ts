import { otherSide, type Side } from '../trace/names'
import type { Connection, TraceSegment } from '../trace/schema'

/** Something that happens at one instant on one lifeline. `at` is the index of the segment, event or state. */
export interface Moment {
  readonly t: number
  readonly side: Side
  readonly kind: 'send' | 'arrive' | 'event' | 'state'
  readonly at: number
  /** Breaks ties of time: see RANK. */
  readonly rank: number
}

/**
 * Virtual clocks make ties the rule. The state in which a side starts comes first; then what came by wire, then what the program was told and did, then what
 * that made TCP send. An arrival without any delay follows its own sending.
 */
const RANK = { start: -1, arrive: 0, event: 1, send: 2, state: 3 } as const

/** When a segment reaches the other side; null when it never does. */
export function arrivalOf(segment: TraceSegment): number | null {
  if (segment.lost === true || segment.arrives === null) return null
  return Math.max(segment.t, segment.arrives ?? segment.t)
}

/** States by the moment that caused them, so that a bar begins exactly where its arrow touches the lifeline. */
export interface Causes {
  readonly send: ReadonlyMap<number, readonly number[]>
  readonly arrive: ReadonlyMap<number, readonly number[]>
  readonly event: ReadonlyMap<number, readonly number[]>
  /** States that nothing drawn causes: the first ones, and those of timers. */
  readonly free: readonly number[]
}

const append = (map: Map<number, number[]>, key: number, value: number): void => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** How far a cause may lie from its state before we believe the state's own time instead, milliseconds. */
const CAUSE_TOLERANCE = 1

/** Where the segments are that states name, by number: of the many segments only these few are ever asked for. */
function namedSegments({ segments, states }: Connection): ReadonlyMap<number, number> {
  const named = new Set<number | undefined>()
  for (const { segment } of states) named.add(segment)
  const found = new Map<number, number>()
  segments.forEach(({ n }, index) => {
    if (named.has(n)) found.set(n, index)
  })
  return found
}

/** Finds what caused each state, in one pass. */
export function findCauses(connection: Connection): Causes {
  const send = new Map<number, number[]>()
  const arrive = new Map<number, number[]>()
  const event = new Map<number, number[]>()
  const free: number[] = []
  const bySegmentNumber = namedSegments(connection)
  connection.states.forEach((state, index) => {
    const at = state.segment === undefined ? undefined : bySegmentNumber.get(state.segment)
    const segment = at === undefined ? undefined : connection.segments[at]
    if (at !== undefined && segment !== undefined) {
      const arrives = arrivalOf(segment)
      if (segment.from === state.side && Math.abs(segment.t - state.t) <= CAUSE_TOLERANCE) {
        return append(send, at, index)
      }
      if (segment.from !== state.side && arrives !== null && Math.abs(arrives - state.t) <= CAUSE_TOLERANCE) {
        return append(arrive, at, index)
      }
    }
    const told = state.event === undefined ? undefined : connection.events[state.event]
    if (state.event !== undefined && told?.side === state.side && Math.abs(told.t - state.t) <= CAUSE_TOLERANCE) {
      return append(event, state.event, index)
    }
    free.push(index)
  })
  return { send, arrive, event, free }
}

const before = (a: Moment, b: Moment): number => a.t - b.t || a.rank - b.rank || a.at - b.at

/** Every moment of a connection, earliest first. */
export function moments(connection: Connection, causes: Causes): readonly Moment[] {
  const list: Moment[] = []
  connection.events.forEach(({ t, side }, at) => list.push({ t, side, kind: 'event', at, rank: RANK.event }))
  connection.segments.forEach((segment, at) => {
    const { t, from } = segment
    list.push({ t, side: from, kind: 'send', at, rank: RANK.send })
    const arrives = arrivalOf(segment)
    if (arrives === null) return
    const rank = arrives > t ? RANK.arrive : RANK.send
    list.push({ t: arrives, side: otherSide(from), kind: 'arrive', at, rank })
  })
  const started = new Set<Side>()
  for (const at of causes.free) {
    const state = connection.states[at]
    if (state === undefined) continue
    const { t, side } = state
    list.push({ t, side, kind: 'state', at, rank: started.has(side) ? RANK.state : RANK.start })
    started.add(side)
  }
  // A stable sort keeps a segment's zero-delay arrival behind its sending; on runs already in order it is linear.
  return list.sort(before)
}
