import type { Side, TcpState } from '@shared/trace/names'
import type { Connection } from '@shared/trace/schema'

/** One change of state that was made, and where it is in the record. */
export interface Taken {
  readonly id: string
  readonly side: Side
  /** Into `connection.states`. */
  readonly index: number
  readonly t: number
}

/** The changes made up to a moment (null: all), in order. */
export function pathOf(connection: Connection, upTo: number | null): Taken[] {
  return connection.states.flatMap((state, index) =>
    state.transition && (upTo === null || state.t <= upTo)
      ? [{ id: state.transition, side: state.side, index, t: state.t }]
      : [],
  )
}

/** The state of each end at a moment (null: now); null where nothing tells. */
export function statesAt(connection: Connection, upTo: number | null): Readonly<Record<Side, TcpState | null>> {
  const last = (side: Side): TcpState | null =>
    connection.states.findLast((state) => state.side === side && (upTo === null || state.t <= upTo))?.state ?? null
  return { client: last('client'), server: last('server') }
}
