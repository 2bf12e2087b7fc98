import type { Arrow, EventLine, StateBar } from '@shared/diagram'
import type { Selection } from '@renderer/stores/selection'

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
