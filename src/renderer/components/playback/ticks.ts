import type { Side } from '@shared/trace/names'
import type { TraceSegment } from '@shared/trace/schema'

/** How many segments of `total` the pointer at `share` (0 to 1 of the track) means. */
export const countAt = (share: number, total: number): number => Math.round(Math.max(0, Math.min(1, share)) * total)

/** More ticks than this on the whole track nobody can tell apart. */
const MOST = 400

/**
 * The ticks of one side as one path in a box `total` wide and 1 high. Where they would lie closer than can be seen, one
 * stands for its neighbours, so that a track costs the same however long the conversation is.
 */
export function tickPath(segments: readonly TraceSegment[], side: Side): string {
  const apart = segments.length / MOST
  let path = ''
  let next = 0
  for (let at = 1; at <= segments.length; at += 1) {
    if (at < next || segments[at - 1]?.from !== side) continue
    path += `M${at} 0V1`
    next = (Math.floor(at / apart) + 1) * apart
  }
  return path
}
