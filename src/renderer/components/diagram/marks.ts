import { SIZE, towards, type Arrow, type Colour, type EventLine, type StateBar, type Turn } from '@shared/diagram'
import type { Provenance } from '@shared/trace/names'
import type { Selection } from '@renderer/connection/related'

/** How one mark stands to what is chosen. */
export type Emphasis = 'selected' | 'related' | 'none'

/** A mark's name in the DOM, by which the keyboard finds it. */
export const arrowKey = (arrow: Pick<Arrow, 'n'>): string => `segment-${arrow.n}`
export const eventKey = (line: Pick<EventLine, 'indices'>): string => `event-${line.indices[0] ?? 0}`
export const stateKey = (bar: Pick<StateBar, 'index'>): string => `state-${bar.index}`

/** What choosing a mark selects: of several events on one line, the first that is not chosen yet. */
export function eventSelection(line: EventLine, selected: Selection | null): Selection {
  const at = selected?.kind === 'event' ? line.indices.indexOf(selected.index) : -1
  const index = line.indices[(at + 1) % line.indices.length] ?? 0
  return { kind: 'event', index }
}

/** What can be pressed of a mark, and how it is found and lit; what is painted are its primitives. */
export interface MarkFace {
  readonly key: string
  readonly kind: 'segment' | 'event' | 'state'
  /** The colour in which it is lit. */
  readonly colour: Colour
  readonly provenance: Provenance
  /** The rectangle that can be pressed; its own coordinates are measured from `turn`, where it has one. */
  readonly target: {
    readonly turn?: Turn
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  /** A line that can be pressed too. */
  readonly along: string | null
}

export const arrowPath = ({ x1, y1, x2, y2 }: Arrow): string => `M${x1} ${y1}L${x2} ${y2}`

export function arrowFace(arrow: Arrow): MarkFace {
  const { angle, width, x, y } = arrow.label
  return {
    key: arrowKey(arrow),
    kind: 'segment',
    colour: arrow.tone,
    provenance: arrow.provenance,
    target: { turn: { x, y, angle }, x: -width / 2 - 6, y: -21, width: width + 12, height: 27 },
    along: arrowPath(arrow),
  }
}

export function eventFace(line: EventLine): MarkFace {
  const width = line.width + 26
  const left = line.side === 'client' ? line.x + 9 - width : line.x - 9
  return {
    key: eventKey(line),
    kind: 'event',
    colour: line.error ? 'rst' : line.side,
    provenance: line.provenance,
    target: { x: left, y: line.y - SIZE.target / 2, width, height: SIZE.target },
    along: null,
  }
}

export function stateFace(bar: StateBar): MarkFace {
  const width = SIZE.stateInset + SIZE.bar / 2 + bar.label.width + 6
  const left = towards(bar.side) === 1 ? bar.x + SIZE.bar + 2 - width : bar.x - 2
  return {
    key: stateKey(bar),
    kind: 'state',
    colour: bar.tone,
    provenance: bar.provenance,
    target: { x: left, y: bar.y, width, height: SIZE.target },
    along: null,
  }
}
