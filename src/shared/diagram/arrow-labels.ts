import type { ArrowLabel } from './geometry'
import { round } from './geometry'

/** An arrow without its label: where it runs, and what the label will say. */
export interface Shaft {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly rise: number
  /** How much longer the arrow is than its way along the x axis. */
  readonly stretch: number
  readonly text: Pick<ArrowLabel, 'flags' | 'numbers' | 'tag' | 'split' | 'width'>
}

/** Where along its free range a label may sit, best first: the middle, then towards the sender, then the receiver. */
const POSITIONS = [0.5, 0.35, 0.65, 0.2, 0.8, 0, 1, 0.1, 0.9, 0.27, 0.73] as const
/** A label's letters lie between these heights above its arrow, pixels. */
const LABEL_TOP = 18
const LABEL_BOTTOM = 3
/** Free pixels between a label and its neighbours, and between its ends and the lane's. */
const CLEARANCE = 1.5
const END_ROOM = 12
/** Hiding a part of another label is worse than a line behind this one. */
const OVERLAP_COST = 4
/** Neighbours looked at on either side; further away only long arrows can reach, and those are few. */
const NEIGHBOURS = 10
const LONG = 240
const MAX_LONG = 24
/** Arrows that come down further than this have many places to choose from, so they choose last. */
const STEEP = 60

const yAt = (shaft: Shaft, x: number): number =>
  shaft.y1 + ((shaft.y2 - shaft.y1) * (x - shaft.x1)) / (shaft.x2 - shaft.x1)

/** Many labels measure their distance from one arrow, so what that takes is worked out once. */
export function shaft(x1: number, y1: number, x2: number, y2: number, text: Shaft['text']): Shaft {
  const rise = (y2 - y1) / (x2 - x1)
  return { x1, y1, x2, y2, rise, stretch: Math.hypot(1, rise), text }
}

/** A label on its arrow, from its left end to its right one. */
interface Span {
  readonly shaft: Shaft
  readonly left: number
  readonly right: number
}

/** Whether the distance of two straight lines comes between `low` and `high` anywhere from `left` to `right`. */
function comesBetween(a: Shaft, b: Shaft, left: number, right: number, low: number, high: number): boolean {
  if (left >= right) return false
  const atLeft = (yAt(b, left) - yAt(a, left)) / a.stretch
  const atRight = (yAt(b, right) - yAt(a, right)) / a.stretch
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

const isNear = (a: Shaft, b: Shaft): boolean => a.y1 < b.y2 + LABEL_TOP + 4 && b.y1 < a.y2 + LABEL_TOP + 4

/**
 * Where the middle of a label may be, from the sender's end to the receiver's; one point where there is no room.
 *
 * @param half - half the label's width on the x axis
 * @param lane - left and right end of the space between the lifelines; a lost arrow's label may run on beyond it
 */
function freeRange(shaft: Shaft, half: number, lane: readonly [number, number]): readonly [number, number] {
  const rightwards = shaft.x1 < shaft.x2
  const left = Math.min(shaft.x1, shaft.x2) + END_ROOM + half
  const right = Math.max(shaft.x1, shaft.x2) - END_ROOM - half
  if (left <= right) return rightwards ? [left, right] : [right, left]
  const hug = rightwards ? lane[0] + END_ROOM + half : lane[1] - END_ROOM - half
  return [hug, hug]
}

/** Looks for places: knows all arrows, and the labels that have been placed so far. */
class LabelBoard {
  readonly #placed: (Span | undefined)[]

  constructor(
    private readonly shafts: readonly Shaft[],
    private readonly lane: readonly [number, number],
  ) {
    this.#placed = new Array<Span | undefined>(shafts.length)
  }

  /** @param long - indices of long arrows of before that reach down to this one */
  put(shaft: Shaft, index: number, long: readonly number[]): ArrowLabel {
    const around = this.#around(shaft, index, long)
    const half = shaft.text.width / 2 / shaft.stretch
    const [from, to] = freeRange(shaft, half, this.lane)
    let best: Span | null = null
    let least = Infinity
    for (const position of POSITIONS) {
      const middle = from + (to - from) * position
      const span = { shaft, left: middle - half, right: middle + half }
      const cost = this.#cost(span, around)
      if (cost < least) {
        best = span
        least = cost
      }
      if (cost === 0 || from === to) break
    }
    best ??= { shaft, left: from - half, right: from + half }
    this.#placed[index] = best
    return labelAt(best, least > 0)
  }

  #around(shaft: Shaft, index: number, long: readonly number[]): readonly number[] {
    const first = Math.max(0, index - NEIGHBOURS)
    const last = Math.min(this.shafts.length - 1, index + NEIGHBOURS)
    const around: number[] = []
    for (const i of long) if (i < first) around.push(i)
    for (let i = first; i <= last; i += 1) {
      const other = this.shafts[i]
      if (i !== index && other !== undefined && isNear(shaft, other)) around.push(i)
    }
    return around
  }

  /** What a place costs is how much gets in its way. */
  #cost(span: Span, around: readonly number[]): number {
    let cost = 0
    for (const i of around) {
      const line = this.shafts[i]
      const label = this.#placed[i]
      if (line !== undefined && lineCrosses(span, line)) cost += 1
      if (label !== undefined && labelsOverlap(span, label)) cost += OVERLAP_COST
    }
    return cost
  }
}

/**
 * Puts a label on every arrow, along it and above it, where no other arrow and no other label is in the way if there
 * is such a place. Arrows come in the order in which they are sent; the work is linear in their number.
 */
export function placeLabels(shafts: readonly Shaft[], lane: readonly [number, number]): readonly ArrowLabel[] {
  const board = new LabelBoard(shafts, lane)
  const labels: ArrowLabel[] = new Array<ArrowLabel>(shafts.length)
  for (const steep of [false, true]) {
    let long: number[] = []
    shafts.forEach((shaft, index) => {
      const slant = shaft.y2 - shaft.y1
      if (long.length > 0) long = long.filter((i) => (shafts[i]?.y2 ?? 0) > shaft.y1)
      if (slant > STEEP === steep) labels[index] = board.put(shaft, index, long)
      if (slant > LONG && long.length < MAX_LONG) long.push(index)
    })
  }
  return labels
}

function labelAt({ shaft, left, right }: Span, crowded: boolean): ArrowLabel {
  const x = (left + right) / 2
  const { flags, numbers, tag, split, width } = shaft.text
  const angle = Math.round(((Math.atan(shaft.rise) * 180) / Math.PI) * 100) / 100
  return { x: round(x), y: round(yAt(shaft, x)), angle, flags, numbers, tag, split, width, crowded }
}
