import type { Arrow, EventLine, Geometry, StateBar } from '@shared/diagram'
import type { Selection } from '@renderer/connection/related'
import { arrowKey, eventKey, stateKey } from './marks'

/** A mark as the keyboard meets it. */
export interface Stop {
  readonly key: string
  readonly top: number
  readonly bottom: number
}

const ofArrow = (arrow: Arrow): Stop => ({ key: arrowKey(arrow), top: arrow.y1, bottom: arrow.y2 })
const ofEvents = (line: EventLine): Stop => ({ key: eventKey(line), top: line.y, bottom: line.y })
const ofState = (bar: StateBar): Stop => ({ key: stateKey(bar), top: bar.y, bottom: bar.y + Math.min(bar.height, 24) })

/** Every mark from top to bottom: the order in which time goes, and the arrow keys with it. */
export const readingOrder = ({ arrows, events, states }: Geometry): readonly Stop[] =>
  [...states.map(ofState), ...events.map(ofEvents), ...arrows.map(ofArrow)].sort((a, b) => a.top - b.top)

/** The arrow of a segment; numbers count from 1, but a trace from a file may skip some. */
export function arrowOf(n: number, { arrows }: Pick<Geometry, 'arrows'>): Arrow | undefined {
  const inOrder = arrows[n - 1]
  return inOrder?.n === n ? inOrder : arrows.find((arrow) => arrow.n === n)
}

/** The mark that stands for a selection: of events on one line, the line. */
export function stopOf(selection: Selection | null, { arrows, events, states }: Geometry): Stop | null {
  if (selection === null) return null
  if (selection.kind === 'segment') {
    const arrow = arrowOf(selection.n, { arrows })
    return arrow === undefined ? null : ofArrow(arrow)
  }
  if (selection.kind === 'state') {
    const bar = states.find(({ index }) => index === selection.index)
    return bar === undefined ? null : ofState(bar)
  }
  const line = events.find(({ indices }) => indices.includes(selection.index))
  return line === undefined ? null : ofEvents(line)
}
