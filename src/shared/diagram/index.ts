/** Trace -> geometry (numbers), geometry -> SVG text, trace -> words. */
export { COLOURS, colourSheet, type Colour, type Palette, type Theme } from './colours'
export { describe, eventSentence, factSentence, headline, stateSentence, summary } from './describe'
export {
  arrowShapes,
  eventShapes,
  groundShapes,
  headShapes,
  labelShapes,
  lifelineShapes,
  pauseShapes,
  sampleShapes,
  stateShapes,
  towards,
} from './drawing'
export type { Arrow, ArrowLabel, EventLine, Geometry, Lifeline, Pause, StateBar, TimeScale, Tone } from './geometry'
export { durationText, eventText, flagText, segmentTags } from './labels'
export { addressText, layout } from './layout'
export { layersOf, type Layer } from './layers'
export { legend, type LegendItem } from './legend'
export { averageWidths, type Face, type Measure } from './measure'
export { SIZE, type LayoutOptions, type SeqMode } from './options'
export { pages, type PageHeights } from './pages'
export { attributesOf, type Brush, type Look, type Primitive, type Turn } from './primitives'
export { bareSvg, legendSvg, type BareSvgOptions } from './svg/bare'
export { renderSvg, toSvg, type RenderOptions, type SvgOptions } from './svg/render'
export { tableRows, type TableRow } from './table'
export { visibleIn, type VisibleMarks, type Window } from './visible'
export { wrap } from './wrap'
