import type { Provenance } from '../trace/names'
import { round, type Arrow } from './geometry'

/** Path data and dash patterns that both the exported SVG and the interface draw with. */

const HEAD_LENGTH = 9
/** Half the opening of an arrow's head, radians. */
const HEAD_ANGLE = 0.38
const CROSS = 5

type Ends = Pick<Arrow, 'x1' | 'y1' | 'x2' | 'y2'>

export const shaftPath = ({ x1, y1, x2, y2 }: Ends): string => `M${x1} ${y1}L${x2} ${y2}`

/** The two barbs of a head, or the cross where a segment got lost. */
export function endPath(arrow: Ends & Pick<Arrow, 'end'>): string {
  const { x1, y1, x2, y2, end } = arrow
  if (end === 'cross') {
    return `M${x2 - CROSS} ${y2 - CROSS}l${2 * CROSS} ${2 * CROSS}M${x2 + CROSS} ${y2 - CROSS}l${-2 * CROSS} ${2 * CROSS}`
  }
  const angle = Math.atan2(y2 - y1, x2 - x1)
  const barb = (turn: number): string =>
    `${round(x2 - HEAD_LENGTH * Math.cos(angle + turn))} ${round(y2 - HEAD_LENGTH * Math.sin(angle + turn))}`
  return `M${barb(-HEAD_ANGLE)}L${x2} ${y2}L${barb(HEAD_ANGLE)}`
}

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
