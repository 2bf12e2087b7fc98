import { bisector } from 'd3-array'
import type { Arrow, EventLine, Geometry, Pause, StateBar } from './geometry'

/** The marks that touch a band of the picture; what lies outside need not be drawn. */
export interface VisibleMarks {
  readonly arrows: readonly Arrow[]
  readonly states: readonly StateBar[]
  readonly events: readonly EventLine[]
  readonly pauses: readonly Pause[]
}

/** Answers the marks between two heights, pixels. */
export type Window = (top: number, bottom: number) => VisibleMarks

interface Extent<T> {
  readonly marks: readonly T[]
  readonly top: (mark: T) => number
  readonly bottom: (mark: T) => number
}

/**
 * Marks come in the order of their tops, but a long one may reach far below its successors. The lowest bottom so far
 * never falls, so a binary search in it finds the first mark that can reach the band.
 */
function slicer<T>({ marks, top, bottom }: Extent<T>): (from: number, to: number) => readonly T[] {
  let lowest = -Infinity
  const reach = Float64Array.from(marks, (mark) => (lowest = Math.max(lowest, bottom(mark))))
  const byReach = bisector((value: number) => value)
  const byTop = bisector(top)
  return (from, to) => marks.slice(byReach.left(reach, from), byTop.right(marks, to)).filter((m) => bottom(m) >= from)
}

/** Room above and below a mark's own coordinates that its text takes, pixels. */
const TEXT = 20

/** Prepares the search once a geometry; each question is then answered in logarithmic time and the size of the answer. */
export function visibleIn(geometry: Geometry): Window {
  const arrows = slicer({
    marks: geometry.arrows,
    top: (a: Arrow) => a.y1 - TEXT,
    bottom: (a: Arrow) => Math.max(a.y1, a.y2) + TEXT,
  })
  const sorted = [...geometry.states].sort((a, b) => a.y - b.y)
  const states = slicer({ marks: sorted, top: (s: StateBar) => s.y, bottom: (s: StateBar) => s.y + s.height + TEXT })
  const events = slicer({
    marks: geometry.events,
    top: (e: EventLine) => e.y - TEXT,
    bottom: (e: EventLine) => e.y + TEXT,
  })
  const pauses = slicer({ marks: geometry.pauses, top: (p: Pause) => p.y - TEXT, bottom: (p: Pause) => p.y + TEXT })
  return (top, bottom) => ({
    arrows: arrows(top, bottom),
    states: states(top, bottom),
    events: events(top, bottom),
    pauses: pauses(top, bottom),
  })
}
