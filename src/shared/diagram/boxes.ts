/** A rectangle turned around its middle, pixels; what a label covers. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly halfWidth: number
  readonly halfHeight: number
  /** Direction of its long side. */
  readonly cos: number
  readonly sin: number
}

/** How far a box reaches from its middle along a direction. */
const reach = (box: Box, dx: number, dy: number): number =>
  box.halfWidth * Math.abs(box.cos * dx + box.sin * dy) + box.halfHeight * Math.abs(box.cos * dy - box.sin * dx)

const apart = (a: Box, b: Box, dx: number, dy: number, room: number): boolean =>
  Math.abs((b.x - a.x) * dx + (b.y - a.y) * dy) >= reach(a, dx, dy) + reach(b, dx, dy) + room

/**
 * Whether two boxes come nearer than `room` pixels: they do unless one of their four sides separates them (the
 * separating axis theorem).
 */
export function overlap(a: Box, b: Box, room = 0): boolean {
  if (Math.abs(b.y - a.y) >= halfTall(a) + halfTall(b) + room) return false
  return !(
    apart(a, b, a.cos, a.sin, room) ||
    apart(a, b, -a.sin, a.cos, room) ||
    apart(a, b, b.cos, b.sin, room) ||
    apart(a, b, -b.sin, b.cos, room)
  )
}

/** Half of the height that a turned box takes. */
export const halfTall = (box: Box): number => box.halfWidth * Math.abs(box.sin) + box.halfHeight * Math.abs(box.cos)

/** Height of a shelf, pixels: about that of a label. */
const SHELF = 48

/** Things by the heights that they cover, so that the few at one height are found among many. */
export class Shelves<T> {
  readonly #shelves = new Map<number, T[]>()

  /** The shelf at a height. */
  static at(y: number): number {
    return Math.floor(y / SHELF)
  }

  /** @param most - a thing that is taller stands on no more than so many shelves from its top */
  put(thing: T, top: number, bottom: number, most = Infinity): void {
    const first = Shelves.at(top)
    const last = Math.min(Shelves.at(bottom), first + most - 1)
    for (let at = first; at <= last; at += 1) {
      const shelf = this.#shelves.get(at)
      if (shelf === undefined) this.#shelves.set(at, [thing])
      else shelf.push(thing)
    }
  }

  /** What covers some of a shelf; what covers several shelves is on each. */
  on(shelf: number): readonly T[] {
    return this.#shelves.get(shelf) ?? EMPTY
  }
}

const EMPTY: readonly never[] = []
