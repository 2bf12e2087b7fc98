import type { Side } from '@shared/trace/names'
import type { Connection } from '@shared/trace/schema'

/** What is chosen: one thing, across all panes. Positions are those of the shown connection. */
export type Selection =
  | { readonly kind: 'segment'; readonly n: number }
  | { readonly kind: 'event'; readonly index: number }
  | { readonly kind: 'state'; readonly side: Side; readonly index: number }

export const sameSelection = (a: Selection | null, b: Selection | null): boolean =>
  a === b || (a !== null && b !== null && a.kind === b.kind && key(a) === key(b))

const key = (selection: Selection): number => (selection.kind === 'segment' ? selection.n : selection.index)

/** What belongs together with a selection, itself included: segments by number, the rest by index. */
export interface Related {
  readonly segments: ReadonlySet<number>
  readonly events: ReadonlySet<number>
  readonly states: ReadonlySet<number>
}

export const NOTHING_RELATED: Related = { segments: new Set(), events: new Set(), states: new Set() }

const sameSet = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one))

export const sameRelated = (a: Related, b: Related): boolean =>
  sameSet(a.segments, b.segments) && sameSet(a.events, b.events) && sameSet(a.states, b.states)

/** Follows the links that the model leaves in a connection: a segment's evidence, a state's segment and event. */
export function counterparts(connection: Connection, selection: Selection): Related {
  const segments = new Set<number>()
  const events = new Set<number>()
  const states = new Set<number>()

  if (selection.kind === 'segment') segments.add(selection.n)
  if (selection.kind === 'event') events.add(selection.index)
  if (selection.kind === 'state') {
    states.add(selection.index)
    const state = connection.states[selection.index]
    if (state?.segment !== undefined) segments.add(state.segment)
    if (state?.event !== undefined) events.add(state.event)
    return { segments, events, states }
  }

  for (const segment of connection.segments) {
    if (segments.has(segment.n)) for (const index of segment.evidence ?? []) events.add(index)
    else if (segment.evidence?.some((index) => selection.kind === 'event' && index === selection.index))
      segments.add(segment.n)
  }
  for (const [index, state] of connection.states.entries()) {
    const bySegment = selection.kind === 'segment' && state.segment === selection.n
    const byEvent = selection.kind === 'event' && state.event === selection.index
    if (bySegment || byEvent) states.add(index)
  }
  return { segments, events, states }
}
