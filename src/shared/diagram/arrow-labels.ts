import { halfTall, overlap, Shelves, type Box } from './boxes'
import type { ArrowLabel } from './geometry'
import { round } from './geometry'

/** An arrow without its label: where it runs, and what the label will say. */
export interface Shaft {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly rise: number
  /** The same in degrees. */
  readonly angle: number
  /** How much longer the arrow is than its way along the x axis. */
  readonly stretch: number
  /** It ends in a cross. */
  readonly lost: boolean
  readonly text: LabelText
}

/** What a label says, and how wide that is with and without its numbers, pixels. */
export interface LabelText extends Pick<ArrowLabel, 'flags' | 'numbers' | 'tag' | 'split' | 'width'> {
  readonly flagsWidth: number
}

/** Where along its free range a label may sit, best first: the middle, then towards the sender, then the receiver. */
const POSITIONS = [0.5, 0.35, 0.65, 0.2, 0.8, 0, 1, 0.1, 0.9, 0.27, 0.73] as const
/** Where else, once none of those is free. */
const MORE_POSITIONS = Array.from({ length: 41 }, (_, i) => i / 40)
/** A label's letters lie between these heights above its arrow, pixels. */
const LABEL_TOP = 18
const LABEL_BOTTOM = 3
/** Free pixels between a label and its neighbours, and between its ends and the lane's. */
const CLEARANCE = 1.5
const END_ROOM = 12
/** Half of a cross's width, and how many lines behind a label are better than a cross. */
const CROSS = 5
const CROSS_COST = 3
/** Arrows that come down further than this have many places to choose from, so they choose last. */
const STEEP = 60
/** Only so much of a very long arrow is kept clear of labels: elsewhere it passes behind their grounds. */
const MOST_SHELVES = 40

const yAt = (shaft: Shaft, x: number): number =>
  shaft.y1 + ((shaft.y2 - shaft.y1) * (x - shaft.x1)) / (shaft.x2 - shaft.x1)

/** Many labels measure their distance from one arrow, so what that takes is worked out once. */
export function shaft(x1: number, y1: number, x2: number, y2: number, lost: boolean, text: LabelText): Shaft {
  const rise = (y2 - y1) / (x2 - x1)
  const angle = Math.round(((Math.atan(rise) * 180) / Math.PI) * 100) / 100
  return { x1, y1, x2, y2, rise, angle, stretch: Math.hypot(1, rise), lost, text }
}

/** A label on its arrow. */
interface Place {
  /** Middle of the label on the arrow. */
  readonly x: number
  readonly box: Box
}

function placeAt(shaft: Shaft, x: number, width: number): Place {
  const [cos, sin] = [1 / shaft.stretch, shaft.rise / shaft.stretch]
  const above = (LABEL_TOP + LABEL_BOTTOM) / 2
  const box = {
    x: x + sin * above,
    y: yAt(shaft, x) - cos * above,
    halfWidth: width / 2,
    halfHeight: (LABEL_TOP - LABEL_BOTTOM) / 2,
    cos,
    sin,
  }
  return { x, box }
}

/** Another arrow's line runs through the label. */
function lineCrosses({ x, box }: Place, own: Shaft, other: Shaft): boolean {
  const half = box.halfWidth / own.stretch
  const left = Math.max(x - half, Math.min(other.x1, other.x2))
  const right = Math.min(x + half, Math.max(other.x1, other.x2))
  if (left >= right) return false
  const atLeft = (yAt(other, left) - yAt(own, left)) / own.stretch
  const atRight = (yAt(other, right) - yAt(own, right)) / own.stretch
  return Math.min(atLeft, atRight) < -LABEL_BOTTOM + CLEARANCE && Math.max(atLeft, atRight) > -LABEL_TOP - CLEARANCE
}

const crossAt = ({ x2, y2 }: Shaft): Box => ({ x: x2, y: y2, halfWidth: CROSS, halfHeight: CROSS, cos: 1, sin: 0 })

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

/** A label that has been placed; or other words that are in the lane, which stay where they are. */
interface Taken {
  readonly index: number
  readonly shaft: Shaft | null
  box: Box
}

interface Found {
  readonly place: Place
  /** How many lines run behind it. */
  readonly lines: number
}

/** Looks for places: knows all arrows, and the labels that have been placed so far. */
class LabelBoard {
  readonly #lines = new Shelves<Shaft>()
  readonly #taken = new Shelves<Taken>()
  readonly labels: ArrowLabel[]

  constructor(
    shafts: readonly Shaft[],
    taken: readonly Box[],
    private readonly lane: readonly [number, number],
  ) {
    this.labels = new Array<ArrowLabel>(shafts.length)
    for (const shaft of shafts) this.#lines.put(shaft, shaft.y1, shaft.y2, MOST_SHELVES)
    for (const box of taken) this.#shelve({ index: -1, shaft: null, box })
  }

  /** The best place: no label lies over another, and as few lines as can be run behind it. */
  put(shaft: Shaft, index: number): void {
    const { flagsWidth, width } = shaft.text
    const found = this.#find(shaft, width, POSITIONS) ?? this.#find(shaft, width, MORE_POSITIONS)
    if (found !== null) return this.#take(shaft, index, found, 'all')
    if (this.#makeRoom(shaft, index)) return
    const short = this.#find(shaft, flagsWidth, MORE_POSITIONS)
    if (short !== null) return this.#take(shaft, index, short, 'flags')
    this.labels[index] = labelAt(shaft, (shaft.x1 + shaft.x2) / 2, 'nothing', false)
  }

  #take(shaft: Shaft, index: number, { lines, place }: Found, shown: ArrowLabel['shown']): void {
    this.labels[index] = labelAt(shaft, place.x, shown, lines > 0)
    this.#shelve({ index, shaft, box: place.box })
  }

  #shelve(taken: Taken): void {
    const half = halfTall(taken.box)
    this.#taken.put(taken, taken.box.y - half, taken.box.y + half)
  }

  #find(shaft: Shaft, width: number, positions: readonly number[], but?: Taken, also?: Box): Found | null {
    const [from, to] = freeRange(shaft, width / 2 / shaft.stretch, this.lane)
    let best: Found | null = null
    for (const position of positions) {
      const place = placeAt(shaft, from + (to - from) * position, width)
      if (also !== undefined && overlap(place.box, also, CLEARANCE)) continue
      if (!this.#isFree(place.box, but)) continue
      const lines = this.#linesBehind(place, shaft)
      if (best === null || lines < best.lines) best = { place, lines }
      if (lines === 0 || from === to) break
    }
    return best
  }

  /** Moves one label that is in the way of this one to another place on its own arrow. */
  #makeRoom(shaft: Shaft, index: number): boolean {
    const { width } = shaft.text
    const [from, to] = freeRange(shaft, width / 2 / shaft.stretch, this.lane)
    for (const position of MORE_POSITIONS) {
      const place = placeAt(shaft, from + (to - from) * position, width)
      const [other, ...more] = this.#inTheWay(place.box)
      if (other === undefined || other.shaft === null || more.length > 0) continue
      const { shown } = this.labels[other.index] ?? { shown: 'nothing' }
      const wide = shown === 'all' ? other.shaft.text.width : other.shaft.text.flagsWidth
      const moved = this.#find(other.shaft, wide, MORE_POSITIONS, other, place.box)
      if (moved === null) continue
      other.box = moved.place.box
      this.#shelve(other)
      this.labels[other.index] = labelAt(other.shaft, moved.place.x, shown, moved.lines > 0)
      this.#take(shaft, index, { place, lines: this.#linesBehind(place, shaft) }, 'all')
      return true
    }
    return false
  }

  #isFree(box: Box, but: Taken | undefined): boolean {
    const half = halfTall(box) + CLEARANCE
    const last = Shelves.at(box.y + half)
    for (let at = Shelves.at(box.y - half); at <= last; at += 1) {
      for (const taken of this.#taken.on(at)) if (taken !== but && overlap(box, taken.box, CLEARANCE)) return false
    }
    return true
  }

  #inTheWay(box: Box): readonly Taken[] {
    const half = halfTall(box) + CLEARANCE
    const found = new Set<Taken>()
    const last = Shelves.at(box.y + half)
    for (let at = Shelves.at(box.y - half); at <= last; at += 1) {
      for (const taken of this.#taken.on(at)) if (overlap(box, taken.box, CLEARANCE)) found.add(taken)
    }
    return [...found]
  }

  #linesBehind(place: Place, own: Shaft): number {
    const { box } = place
    const half = halfTall(box) + CLEARANCE
    const last = Shelves.at(box.y + half)
    let lines = 0
    for (let at = Shelves.at(box.y - half); at <= last; at += 1) {
      for (const other of this.#lines.on(at)) {
        if (other === own) continue
        if (lineCrosses(place, own, other)) lines += 1
        if (other.lost && overlap(box, crossAt(other))) lines += CROSS_COST
      }
    }
    return lines
  }
}

/**
 * Puts a label on every arrow, along it and above it, where no other arrow is in the way if there is such a place. No
 * label ever lies over another: where there is no room for all of it, it says its flags only, and at worst nothing; the
 * table and the mark's own name say the rest. Arrows come in the order in which they are sent; the work is linear in
 * their number.
 *
 * @param taken - what else is written in the lane
 */
export function placeLabels(
  shafts: readonly Shaft[],
  taken: readonly Box[],
  lane: readonly [number, number],
): readonly ArrowLabel[] {
  const board = new LabelBoard(shafts, taken, lane)
  for (const steep of [false, true]) {
    shafts.forEach((shaft, index) => {
      if (shaft.y2 - shaft.y1 > STEEP === steep) board.put(shaft, index)
    })
  }
  return board.labels
}

function labelAt(shaft: Shaft, x: number, shown: ArrowLabel['shown'], crowded: boolean): ArrowLabel {
  const { flags, flagsWidth, numbers, split, tag, width } = shaft.text
  const all = shown === 'all'
  return {
    x: round(x),
    y: round(yAt(shaft, x)),
    angle: shaft.angle,
    flags,
    numbers,
    tag,
    // Flags end where the numbers begin; alone, they end half of their width to the right of the middle.
    split: all ? split : round(flagsWidth / 2) + 3,
    width: all ? width : flagsWidth,
    shown,
    crowded,
  }
}
