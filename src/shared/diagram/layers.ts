import type { Language } from '../text'
import {
  arrowShapes,
  eventShapes,
  groundShapes,
  headShapes,
  labelShapes,
  lifelineShapes,
  pauseShapes,
  stateShapes,
} from './drawing'
import type { Geometry } from './geometry'
import type { Primitive } from './primitives'

/**
 * Primitives that may be painted in any order among themselves; a later layer covers an earlier one. They are made as they
 * are painted, so that those of a long conversation are never all there at once.
 */
export type Layer = Iterable<Primitive>

function* all<T>(marks: readonly T[], shapesOf: (mark: T) => readonly Primitive[]): Layer {
  for (const mark of marks) for (const shape of shapesOf(mark)) yield shape
}

/** A whole diagram, layer by layer: lifelines and heads, bars, events, arrows, pauses, and the labels over everything. */
export const layersOf = (
  { arrows, client, events, pauses, server, states }: Geometry,
  language: Language,
): readonly Layer[] => [
  all([client, server], lifelineShapes),
  headShapes(client, language),
  headShapes(server, language),
  all(states, stateShapes),
  all(events, eventShapes),
  all(arrows, arrowShapes),
  all(pauses, pauseShapes),
  all(arrows, groundShapes),
  all(arrows, labelShapes),
]
