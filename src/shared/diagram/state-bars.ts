import type { Side } from '../trace/names'
import type { Connection } from '../trace/schema'
import type { Columns } from './columns'
import { round, type StateBar } from './geometry'
import { FACE, SIZE, type ResolvedOptions } from './options'
import type { Placement } from './placement'
import { stateTone } from './tone'

const LEAST_HEIGHT = 4
/** Free pixels between one bar and the next. */
const SEAM = 2
const BASELINE = 13

/** One bar a state, each down to where the next one on its side begins; the last one to `bottom`. */
export function stateBars(
  connection: Connection,
  spots: Placement,
  xs: Columns,
  bottom: number,
  { measure }: ResolvedOptions,
): readonly StateBar[] {
  const yOf = (index: number): number => spots.stateY[index] ?? 0
  const upwards = connection.states.map((_, index) => index).sort((a, b) => yOf(b) - yOf(a) || b - a)
  const below: Record<Side, number> = { client: bottom, server: bottom }
  const bars = upwards.flatMap((index): readonly StateBar[] => {
    const state = connection.states[index]
    if (state === undefined) return []
    const { side } = state
    const y = yOf(index)
    const { x, outwards } = xs[side]
    const height = Math.max(LEAST_HEIGHT, below[side] - y - SEAM)
    below[side] = y
    return [
      {
        index,
        side,
        state: state.state,
        tone: stateTone(state.state),
        t: state.t,
        x: round(x - SIZE.bar / 2),
        y: round(y),
        height: round(height),
        label: {
          x: round(x + outwards * SIZE.stateInset),
          y: round(y + BASELINE),
          width: round(measure(state.state, FACE.state)),
        },
        provenance: state.provenance,
      },
    ]
  })
  return bars.reverse()
}
