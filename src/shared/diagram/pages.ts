import { Shelves } from './boxes'
import { round, type Arrow, type Geometry, type Lifeline, type StateBar } from './geometry'
import { FACE, SIZE } from './options'
import { visibleIn, type Window } from './visible'

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

/** What must not be cut, by height: each mark with its text. */
function spans({ arrows, events, pauses, states }: Geometry): Shelves<Span> {
  const taken = new Shelves<Span>()
  const add = (top: number, bottom: number): void => taken.put([top, bottom], top, bottom)
  for (const arrow of arrows) {
    const { y1, y2 } = arrow
    add(Math.min(y1, y2, labelTop(arrow)), Math.max(y1, y2) + HEAD)
  }
  for (const { y } of events) add(y - LINE, y + LINE)
  for (const { y } of pauses) add(y - LINE, y + LINE)
  for (const { y } of states) add(y, y + FACE.state.size + LINE)
  return taken
}

/** The lowest height up to `limit` where nothing is cut; `limit` itself where something always would be. */
function cutAbove(limit: number, from: number, taken: Shelves<Span>): number {
  const least = from + (limit - from) * LEAST_FILL
  let cut = limit
  // What lies across a cut lifts it to its own top, where another may lie across it.
  for (let across = true; across && cut > least;) {
    let lifted = cut
    for (const [top, bottom] of taken.on(Shelves.at(cut))) if (top < lifted && bottom > cut) lifted = top
    across = lifted < cut
    cut = lifted
  }
  return cut > least ? cut : limit
}

/** A state that goes on from the page before says its name again. */
function continued(bar: StateBar, top: number, bottom: number, shift: number): StateBar {
  const from = Math.max(bar.y, top)
  const height = Math.max(1, Math.min(bar.y + bar.height, bottom) - from)
  const label = bar.y < top ? from + bar.label.y - bar.y : bar.label.y
  return { ...bar, y: round(from + shift), height: round(height), label: { ...bar.label, y: round(label + shift) } }
}

/** The part of a picture between two heights, its heads above it: a picture of its own. */
function band(whole: Geometry, find: Window, top: number, bottom: number): Geometry {
  const start = whole.client.top
  const shift = start - top
  const touches = (from: number, to: number): boolean => to >= top && from <= bottom
  const near = find(top, bottom)
  const lifeline = (line: Lifeline): Lifeline => ({ ...line, bottom: round(Math.min(line.bottom, bottom) + shift) })
  return {
    ...whole,
    height: round(bottom + shift),
    client: lifeline(whole.client),
    server: lifeline(whole.server),
    states: near.states
      .filter(({ y, height }) => touches(y + 1, y + height - 1))
      .map((bar) => continued(bar, top, bottom, shift)),
    events: near.events
      .filter(({ y }) => y >= top && y < bottom)
      .map((line) => ({ ...line, y: round(line.y + shift) })),
    arrows: near.arrows
      .filter(({ y1, y2 }) => touches(Math.min(y1, y2), Math.max(y1, y2)))
      .map((arrow) => ({
        ...arrow,
        y1: round(arrow.y1 + shift),
        y2: round(arrow.y2 + shift),
        label: { ...arrow.label, y: round(arrow.label.y + shift) },
      })),
    pauses: near.pauses
      .filter(({ y }) => y >= top && y < bottom)
      .map((pause) => ({ ...pause, y: round(pause.y + shift) })),
  }
}

/** Cuts a picture that is too tall for a page into pictures that are not, between the arrows where that can be done. */
export function pages(whole: Geometry, heights: PageHeights): readonly Geometry[] {
  const start = whole.client.top
  const taken = spans(whole)
  const find = visibleIn(whole)
  const cut: Geometry[] = []
  let top = start
  while (top < whole.height) {
    const room = (cut.length === 0 ? heights.first : heights.next) - start
    const limit = top + Math.max(room, SIZE.laneMin / 2)
    const bottom = limit >= whole.height ? whole.height : cutAbove(limit, top, taken)
    cut.push(band(whole, find, top, bottom))
    top = bottom
  }
  return cut
}
