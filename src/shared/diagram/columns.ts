import type { Side } from '../trace/names'
import type { OpenLine } from './event-lines'
import { SIZE, type ResolvedOptions } from './options'

export interface Column {
  /** The lifeline. */
  readonly x: number
  /** The dots of the events. */
  readonly eventX: number
  /** Which way is away from the other lifeline. */
  readonly outwards: -1 | 1
}

export interface Columns extends Readonly<Record<Side, Column>> {
  readonly width: number
}

/** Room a state's name needs beside its lifeline, and half of a participant's head. */
const STATE_ROOM = 124
const LABEL_ROOM = 56
const CROSSING_ROOM = 30

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** Room that the texts of one side's events need beyond their dots. */
function outerRoom(lines: readonly OpenLine[], side: Side): number {
  let widest = 0
  for (const line of lines) if (line.side === side) widest = Math.max(widest, line.width)
  return Math.ceil(widest) + SIZE.eventInset + SIZE.margin
}

/**
 * Decides the x of everything: gutters as wide as their texts ask, the lane between the lifelines wide enough for the
 * longest label. With a width to fill, the lane takes what is left, and the gutters shrink before it does.
 */
export function columns(
  lines: readonly OpenLine[],
  labels: readonly { readonly width: number }[],
  crossing: boolean,
  { width }: Pick<ResolvedOptions, 'width'>,
): Columns {
  const outer = { client: outerRoom(lines, 'client'), server: outerRoom(lines, 'server') }
  let widest = 0
  for (const label of labels) widest = Math.max(widest, label.width)
  const alone = Math.max(SIZE.laneMin, Math.ceil(widest) + LABEL_ROOM)
  // Where arrows cross, each label gets the half of the lane next to its sender, if that is not too much.
  const laneMin = crossing ? Math.max(alone, Math.min(SIZE.laneMax, 2 * (Math.ceil(widest) + CROSSING_ROOM))) : alone
  const room = width === null ? null : width - outer.client - outer.server
  const offset =
    room === null ? SIZE.eventOffset : clamp(Math.floor((room - laneMin) / 2), SIZE.eventOffsetMin, SIZE.eventOffset)
  const gutter = (side: Side): number => Math.max(STATE_ROOM, offset + outer[side])
  // Lifelines in the middle of the picture where there is room for that, else as close to it as the texts allow.
  const even = Math.max(gutter('client'), gutter('server'))
  const symmetric = width === null || width - 2 * even >= laneMin
  const left = symmetric ? even : gutter('client')
  const right = symmetric ? even : gutter('server')
  const lane = width === null ? Math.max(SIZE.laneNatural, laneMin) : clamp(width - left - right, laneMin, SIZE.laneMax)
  const total = Math.max(left + lane + right, width ?? 0)
  const clientX = Math.round(left + (total - left - lane - right) / 2)
  const serverX = clientX + lane
  return {
    width: total,
    client: { x: clientX, eventX: clientX - offset, outwards: -1 },
    server: { x: serverX, eventX: serverX + offset, outwards: 1 },
  }
}
