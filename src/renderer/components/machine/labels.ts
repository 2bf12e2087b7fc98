import { figureWords } from './figure-words'
import { BOX, EDGES, labelBox, PLACES, VIEW, type Edge, type Point } from './geometry'

/** A rectangle around its middle, in units of the view box. */
interface Room extends Point {
  readonly width: number
  readonly height: number
}

/** A curve that wants a label of this size somewhere beside it. */
interface Labelled {
  readonly points: readonly Point[]
  readonly size: { readonly width: number; readonly height: number }
  readonly inFigure: boolean
}

/** Where along a curve a label may stand, best first, and how far beside it. */
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82] as const
const BESIDE = [3, 8, 14, 22, 32] as const

const meets = (a: Room, b: Room): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2

const holds = (room: Room, { x, y }: Point): boolean =>
  Math.abs(room.x - x) < room.width / 2 && Math.abs(room.y - y) < room.height / 2

const BOXES: readonly Room[] = PLACES.map(({ x, y }) => ({ x, y, width: BOX.width + 6, height: BOX.height + 6 }))

/**
 * Puts every label beside its own curve, where no curve of the figure runs through it and neither a state nor another
 * label is in the way; else where the least is. Curves of the figure choose first, the largest label before others.
 *
 * @returns the middle of each label, in the order of the curves
 */
function placeLabels(curves: readonly Labelled[]): readonly Point[] {
  const lines = curves.filter(({ inFigure }) => inFigure).flatMap(({ points }) => points)
  const order = curves.map((_, index) => index).sort((a, b) => rank(curves[a]) - rank(curves[b]))
  const taken: Room[] = []
  const found: Point[] = []
  for (const index of order) {
    const curve = curves[index]
    if (curve === undefined) continue
    const place = best(curve, [...lines, ...(curve.inFigure ? [] : curve.points)], taken)
    taken.push(place)
    found[index] = { x: place.x, y: place.y }
  }
  return found
}

const rank = (curve: Labelled | undefined): number =>
  curve === undefined ? 0 : (curve.inFigure ? 0 : 1e6) - curve.size.width * curve.size.height

function best({ points, size }: Labelled, lines: readonly Point[], taken: readonly Room[]): Room {
  let least = Infinity
  let found: Room = { x: 0, y: 0, ...size }
  for (const beside of BESIDE) {
    for (const along of ALONG) {
      const at = Math.round(along * (points.length - 1))
      const [before, here, after] = [points[at - 1], points[at], points[at + 1]]
      if (before === undefined || here === undefined || after === undefined) continue
      const [dx, dy] = [after.x - before.x, after.y - before.y]
      const length = Math.hypot(dx, dy) || 1
      const [nx, ny] = [-dy / length, dx / length]
      const away = (Math.abs(nx) * size.width) / 2 + (Math.abs(ny) * size.height) / 2 + beside
      for (const side of [1, -1]) {
        const room = { x: Math.round(here.x + side * nx * away), y: Math.round(here.y + side * ny * away), ...size }
        const cost = costOf(room, lines, taken)
        if (cost < least) [least, found] = [cost, room]
        if (cost === 0) return room
      }
    }
  }
  return found
}

function costOf(room: Room, lines: readonly Point[], taken: readonly Room[]): number {
  let cost = 0
  for (const point of lines) if (holds(room, point)) cost += 1
  for (const other of taken) if (meets(room, other)) cost += 20
  for (const box of BOXES) if (meets(room, box)) cost += 20
  const outside =
    room.x - room.width / 2 < 0 ||
    room.y - room.height / 2 < 0 ||
    room.x + room.width / 2 > VIEW.width ||
    room.y + room.height / 2 > VIEW.height
  return outside ? cost + 20 : cost
}

/** All that may stand on an edge: an event, and what it makes the endpoint do. */
export const labelLines = (transitions: Edge['transitions']): readonly string[] =>
  transitions.flatMap(({ action, event }) => [event, figureWords(action)].filter((line) => line !== ''))

/** The middle of each edge's label, by the edge's key. */
export const LABEL_PLACES: ReadonlyMap<string, Point> = new Map(
  placeLabels(EDGES.map((edge) => ({ ...edge, size: labelBox(labelLines(edge.transitions)) }))).map((place, index) => [
    EDGES[index]?.key ?? '',
    place,
  ]),
)
