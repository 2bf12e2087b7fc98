import type { ArrowLabel } from './geometry'
import { round } from './geometry'

/** An arrow without its label: where it runs, and what the label will say. */
export interface Shaft {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly text: Pick<ArrowLabel, 'flags' | 'numbers' | 'tag' | 'split' | 'width'>
}

/** Where along its free range a label may sit, best first: the middle, then towards the sender, then the receiver. */
const POSITIONS = [0.5, 0.35, 0.65, 0.2, 0.8, 0, 1] as const
/** A label's letters lie between these heights above its arrow, pixels. */
const LABEL_TOP = 18
const LABEL_BOTTOM = 3
/** Free pixels between a label and its neighbours, and between its ends and the lane's. */
const CLEARANCE = 1.5
const END_ROOM = 12
/** Neighbours looked at on either side; further away only long arrows can reach, and those are few. */
const NEIGHBOURS = 10
const LONG = 240
const MAX_LONG = 24

const yAt = (shaft: Shaft, x: number): number =>
  shaft.y1 + ((shaft.y2 - shaft.y1) * (x - shaft.x1)) / (shaft.x2 - shaft.x1)

const riseOf = (shaft: Shaft): number => (shaft.y2 - shaft.y1) / (shaft.x2 - shaft.x1)

interface Span {
  readonly shaft: Shaft
  readonly left: number
  readonly right: number
}

/** How a label's half width shows on the x axis once it is turned along its arrow. */
const spanAt = (shaft: Shaft, middle: number): Span => {
  const half = shaft.text.width / 2 / Math.hypot(1, riseOf(shaft))
  return { shaft, left: middle - half, right: middle + half }
}

/** Whether the distance of two straight lines comes between `low` and `high` anywhere from `left` to `right`. */
function comesBetween(a: Shaft, b: Shaft, left: number, right: number, low: number, high: number): boolean {
  if (left >= right) return false
  const stretch = Math.hypot(1, riseOf(a))
  const atLeft = (yAt(b, left) - yAt(a, left)) / stretch
  const atRight = (yAt(b, right) - yAt(a, right)) / stretch
  return Math.min(atLeft, atRight) < high && Math.max(atLeft, atRight) > low
}

/** Another arrow's line runs through the label. */
const lineCrosses = (label: Span, other: Shaft): boolean =>
  comesBetween(
    label.shaft,
    other,
    Math.max(label.left, Math.min(other.x1, other.x2)),
    Math.min(label.right, Math.max(other.x1, other.x2)),
    -LABEL_TOP - CLEARANCE,
    -LABEL_BOTTOM + CLEARANCE,
  )

/** Two labels lie over each other. */
function labelsOverlap(a: Span, b: Span): boolean {
  const height = LABEL_TOP - LABEL_BOTTOM + CLEARANCE
  return comesBetween(a.shaft, b.shaft, Math.max(a.left, b.left), Math.min(a.right, b.right), -height, height)
}

const near = (a: Shaft, b: Shaft): boolean => a.y1 < b.y2 + LABEL_TOP + 4 && b.y1 < a.y2 + LABEL_TOP + 4

/** @param lane - left and right end of the space between the lifelines; a lost arrow's label may run on beyond it */
function middles(shaft: Shaft, lane: readonly [number, number]): readonly number[] {
  const half = shaft.text.width / 2 / Math.hypot(1, riseOf(shaft))
  const [left, right] = [Math.min(shaft.x1, shaft.x2) + END_ROOM + half, Math.max(shaft.x1, shaft.x2) - END_ROOM - half]
  if (left > right) {
    const hug = shaft.x1 < shaft.x2 ? lane[0] + END_ROOM + half : lane[1] - END_ROOM - half
    return [hug]
  }
  const [from, to] = shaft.x1 < shaft.x2 ? [left, right] : [right, left]
  return POSITIONS.map((position) => from + (to - from) * position)
}

/**
 * Puts a label on every arrow, along it and above it, where no other arrow and no other label is in the way if there
 * is such a place. Arrows come in the order in which they are sent; the work is linear in their number.
 */
export function placeLabels(shafts: readonly Shaft[], lane: readonly [number, number]): readonly ArrowLabel[] {
  const placed: Span[] = []
  let long: number[] = []
  const labels: ArrowLabel[] = []
  shafts.forEach((shaft, index) => {
    long = long.filter((i) => (shafts[i]?.y2 ?? 0) > shaft.y1)
    const rivals: Shaft[] = []
    const rivalSpans: Span[] = []
    const consider = (i: number): void => {
      const other = shafts[i]
      if (i === index || other === undefined || !near(shaft, other)) return
      rivals.push(other)
      const span = placed[i]
      if (span !== undefined) rivalSpans.push(span)
    }
    for (let i = index - NEIGHBOURS; i <= index + NEIGHBOURS; i += 1) consider(i)
    for (const i of long) if (i < index - NEIGHBOURS) consider(i)
    if (shaft.y2 - shaft.y1 > LONG && long.length < MAX_LONG) long.push(index)

    const spans = middles(shaft, lane).map((middle) => spanAt(shaft, middle))
    const free = spans.find(
      (span) => !rivals.some((r) => lineCrosses(span, r)) && !rivalSpans.some((r) => labelsOverlap(span, r)),
    )
    const apart = free ?? spans.find((span) => !rivalSpans.some((r) => labelsOverlap(span, r)))
    const span = apart ?? spans[0] ?? spanAt(shaft, (shaft.x1 + shaft.x2) / 2)
    placed.push(span)
    labels.push(labelAt(span, free === undefined))
  })
  return labels
}

function labelAt({ shaft, left, right }: Span, crowded: boolean): ArrowLabel {
  const x = (left + right) / 2
  const angle = (Math.atan(riseOf(shaft)) * 180) / Math.PI
  return { ...shaft.text, x: round(x), y: round(yAt(shaft, x)), angle: Math.round(angle * 100) / 100, crowded }
}
