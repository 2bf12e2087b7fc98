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

/** Primitives that may be painted in any order among themselves; a later layer covers an earlier one. */
export type Layer = readonly Primitive[]

/** A whole diagram, layer by layer: lifelines and heads, bars, events, arrows, pauses, and the labels over everything. */
export const layersOf = (
  { arrows, client, events, pauses, server, states }: Geometry,
  language: Language,
): readonly Layer[] => [
  [client, server].flatMap(lifelineShapes),
  headShapes(client, language),
  headShapes(server, language),
  states.flatMap(stateShapes),
  events.flatMap(eventShapes),
  arrows.flatMap(arrowShapes),
  pauses.flatMap(pauseShapes),
  arrows.flatMap(groundShapes),
  arrows.flatMap(labelShapes),
]
