import type { Arrow, EventLine, Geometry, Pause, StateBar, VisibleMarks } from '@shared/diagram'

/** Anything drawn; an arrow has the number of its segment. */
interface Mark {
  readonly t: number
  readonly n?: number
}

/** What of a diagram has happened by a time. Null is all of it. */
export interface Shown {
  readonly has: (mark: Mark) => boolean
  /** Sent, and not there yet. */
  readonly underWay: (arrow: Arrow) => boolean
  /** Lowest y that anything shown reaches: bars end here. */
  readonly bottom: number
}

/** Room that a bar has below the last thing that happened, pixels. */
const TAIL = 26

/** Virtual clocks and rounding: what happens at the very time is shown. */
const EPSILON = 1e-6

/** A step ends just before the next segment leaves, which often is the very moment in which the last one arrives. */
const AS_GOOD_AS_THERE = 1e-3

/** @param sent - how many segments are shown: of those that are sent at one and the same time, perhaps not all */
export function shownUpTo(geometry: Geometry, upTo: number | null, sent: number): Shown {
  if (upTo === null) return { has: () => true, underWay: () => false, bottom: Infinity }
  const has = ({ t, n = 0 }: Mark): boolean => t <= upTo + EPSILON && n <= sent
  let bottom = 0
  for (const arrow of geometry.arrows) if (has(arrow)) bottom = Math.max(bottom, arrow.y2)
  for (const line of geometry.events) if (has(line)) bottom = Math.max(bottom, line.y)
  for (const bar of geometry.states) if (has(bar)) bottom = Math.max(bottom, bar.y)
  const underWay = ({ arrives }: Arrow): boolean => arrives !== null && arrives > upTo + AS_GOOD_AS_THERE
  return { has, underWay, bottom: bottom + TAIL }
}

/** A bar that goes on ends where what is shown ends. */
export const cutAt = (bar: StateBar, bottom: number): StateBar =>
  bar.y + bar.height <= bottom ? bar : { ...bar, height: Math.max(4, bottom - bar.y) }

/** The marks of a band that are shown. */
export function filterShown(marks: VisibleMarks, shown: Shown): VisibleMarks {
  return {
    arrows: marks.arrows.filter((arrow: Arrow) => shown.has(arrow)),
    events: marks.events.filter((line: EventLine) => shown.has(line)),
    states: marks.states.filter((bar: StateBar) => shown.has(bar)),
    // A silence is over when the next thing happens.
    pauses: marks.pauses.filter((pause: Pause) => pause.y < shown.bottom - TAIL),
  }
}
