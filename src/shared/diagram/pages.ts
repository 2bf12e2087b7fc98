import { round, type Arrow, type Geometry, type Lifeline, type StateBar } from './geometry'
import { FACE, SIZE } from './options'

/** Heights that a picture may have on paper, in the diagram's own pixels. */
export interface PageHeights {
  /** The first page has a title and a text above it. */
  readonly first: number
  readonly next: number
}

type Span = readonly [top: number, bottom: number]

/** A cut is sought in the lower part of a page only: a page that is nearly empty is worse than an arrow in two parts. */
const LEAST_FILL = 0.45
/** How high a label rises above its arrow, and half the height of an event's or a pause's line. */
const LABEL = 18
const LINE = 10
/** How far an arrow's head reaches below its tip. */
const HEAD = 5

/** The highest point of an arrow's label, which is turned with the arrow. */
const labelTop = ({ label: { y, angle, width } }: Arrow): number =>
  y - LABEL - (Math.abs(Math.sin((angle * Math.PI) / 180)) * width) / 2

/** What must not be cut: each mark with its text. */
function spans({ arrows, events, pauses, states }: Geometry): readonly Span[] {
  return [
    ...arrows.map((arrow): Span => [
      Math.min(arrow.y1, arrow.y2, labelTop(arrow)),
      Math.max(arrow.y1, arrow.y2) + HEAD,
    ]),
    ...[...events, ...pauses].map(({ y }): Span => [y - LINE, y + LINE]),
    ...states.map(({ y }): Span => [y, y + FACE.state.size + LINE]),
  ].sort((a, b) => a[0] - b[0])
}

/** The lowest height up to `limit` where nothing is cut; `limit` itself where something always would be. */
function cutAbove(limit: number, from: number, taken: readonly Span[]): number {
  let cut = limit
  // What lies across a cut lifts it to its own top, where another may lie across it.
  for (let across = true; across;) {
    const lifted = taken.reduce((at, [top, bottom]) => (top < at && bottom > at ? top : at), cut)
    across = lifted < cut
    cut = lifted
  }
  return cut > from + (limit - from) * LEAST_FILL ? cut : limit
}

/** A state that goes on from the page before says its name again. */
function continued(bar: StateBar, top: number, bottom: number, shift: number): StateBar {
  const from = Math.max(bar.y, top)
  const height = Math.max(1, Math.min(bar.y + bar.height, bottom) - from)
  const label = bar.y < top ? from + bar.label.y - bar.y : bar.label.y
  return { ...bar, y: round(from + shift), height: round(height), label: { ...bar.label, y: round(label + shift) } }
}

/** The part of a picture between two heights, its heads above it: a picture of its own. */
function band(whole: Geometry, top: number, bottom: number): Geometry {
  const start = whole.client.top
  const shift = start - top
  const touches = (from: number, to: number): boolean => to >= top && from <= bottom
  const lifeline = (line: Lifeline): Lifeline => ({ ...line, bottom: round(Math.min(line.bottom, bottom) + shift) })
  return {
    ...whole,
    height: round(bottom + shift),
    client: lifeline(whole.client),
    server: lifeline(whole.server),
    states: whole.states
      .filter(({ y, height }) => touches(y + 1, y + height - 1))
      .map((bar) => continued(bar, top, bottom, shift)),
    events: whole.events
      .filter(({ y }) => y >= top && y < bottom)
      .map((line) => ({ ...line, y: round(line.y + shift) })),
    arrows: whole.arrows
      .filter(({ y1, y2 }) => touches(Math.min(y1, y2), Math.max(y1, y2)))
      .map((arrow) => ({
        ...arrow,
        y1: round(arrow.y1 + shift),
        y2: round(arrow.y2 + shift),
        label: { ...arrow.label, y: round(arrow.label.y + shift) },
      })),
    pauses: whole.pauses
      .filter(({ y }) => y >= top && y < bottom)
      .map((pause) => ({ ...pause, y: round(pause.y + shift) })),
  }
}

/** Cuts a picture that is too tall for a page into pictures that are not, between the arrows where that can be done. */
export function pages(whole: Geometry, heights: PageHeights): readonly Geometry[] {
  const start = whole.client.top
  const taken = spans(whole)
  const cut: Geometry[] = []
  let top = start
  while (top < whole.height) {
    const room = (cut.length === 0 ? heights.first : heights.next) - start
    const limit = top + Math.max(room, SIZE.laneMin / 2)
    const bottom = limit >= whole.height ? whole.height : cutAbove(limit, top, taken)
    cut.push(band(whole, top, bottom))
    top = bottom
  }
  return cut
}
