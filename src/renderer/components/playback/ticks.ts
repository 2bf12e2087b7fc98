import type { Side } from '@shared/trace/names'
import type { TraceSegment } from '@shared/trace/schema'

/** How many segments of `total` the pointer at `share` (0 to 1 of the track) means. */
export const countAt = (share: number, total: number): number => Math.round(Math.max(0, Math.min(1, share)) * total)

/**
 * The ticks of one side as one path in a box `total` wide and 1 high: a tick a segment costs nothing that way, even for
 * ten thousand of them.
 */
export function tickPath(segments: readonly TraceSegment[], side: Side): string {
  return segments.map(({ from }, index) => (from === side ? `M${index + 1} 0V1` : '')).join('')
}
