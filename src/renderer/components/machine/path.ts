import type { Side, TcpState } from '@shared/trace/names'
import type { Connection, TraceState } from '@shared/trace/schema'

/** One change of state that was made, and where it is in the record. */
export interface Taken {
  readonly id: string
  readonly side: Side
  /** Into `connection.states`. */
  readonly index: number
  readonly t: number
}

/** How far playback is: so many segments, and the time until which everything is shown. Null for all of it. */
export type Moment = { readonly segments: number; readonly t: number } | null

/** A change that a segment made belongs to that segment, even where the next one is sent at the same instant. */
const made = (state: TraceState, at: Moment): boolean =>
  at === null || (state.segment === undefined ? state.t <= at.t : state.segment <= at.segments)

/** The changes made up to a moment, in order. */
export function pathOf(connection: Connection, at: Moment): Taken[] {
  return connection.states.flatMap((state, index) =>
    state.transition && made(state, at) ? [{ id: state.transition, side: state.side, index, t: state.t }] : [],
  )
}

/** The state of each end at a moment; null where nothing tells. */
export function statesAt(connection: Connection, at: Moment): Readonly<Record<Side, TcpState | null>> {
  const last = (side: Side): TcpState | null =>
    connection.states.findLast((state) => state.side === side && made(state, at))?.state ?? null
  return { client: last('client'), server: last('server') }
}
