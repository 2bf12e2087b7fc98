import type { Provenance } from '../trace/names'
import { round } from './geometry'

/** Path data and dash patterns. */

/** A barb's end lies this far behind the tip, and this far beside the line, pixels. */
const BACK = 8.4
const ASIDE = 3.4
const CROSS = 5

/** Most arrows from one side run alike, so the last head to either side is kept. */
const kept = { left: { dx: NaN, dy: NaN, path: '' }, right: { dx: NaN, dy: NaN, path: '' } }

/** From the tip of an arrow back along one barb, to the tip again, and back along the other. */
export function barbs(dx: number, dy: number): string {
  const last = dx < 0 ? kept.left : kept.right
  if (last.dx !== dx || last.dy !== dy) Object.assign(last, { dx, dy, path: barbsAt(dx, dy) })
  return last.path
}

function barbsAt(dx: number, dy: number): string {
  const length = Math.hypot(dx, dy)
  const [ux, uy] = [dx / length, dy / length]
  const [ax, ay] = [round(ux * BACK + uy * ASIDE), round(uy * BACK - ux * ASIDE)]
  const [bx, by] = [round(ux * BACK - uy * ASIDE), round(uy * BACK + ux * ASIDE)]
  return `m${-ax} ${-ay}l${ax} ${ay}l${-bx} ${-by}`
}

/** A cross around the point where the path stands. */
export const CROSS_PATH = `m${-CROSS} ${-CROSS}l${2 * CROSS} ${2 * CROSS}m0 ${-2 * CROSS}l${-2 * CROSS} ${2 * CROSS}`

/** A call points at the lifeline, an event comes from it: a triangle for the one, a dot for the other. */
export function callPath(x: number, y: number, towards: -1 | 1): string {
  return `M${round(x - towards * 4)} ${round(y - 4.5)}L${round(x + towards * 4.5)} ${y}L${round(x - towards * 4)} ${round(y + 4.5)}Z`
}

/** Solid for what was seen, dashed for what was derived, dash and dot for what was only simulated. */
const DASHES: Readonly<Record<Provenance, string | null>> = {
  observed: null,
  captured: null,
  kernel: null,
  inferred: '7 3',
  simulated: '11 3 2 3',
}

export const dashOf = (provenance: Provenance): string | null => DASHES[provenance]
