import { flagBits } from '../../trace/flags'
import type { Side } from '../../trace/names'
import type { TraceSegment } from '../../trace/schema'
import type { Seq } from '../seq'

/** A segment as a watcher on the wire sees it go by. */
export interface Seen {
  /** Milliseconds; when it passed the watcher, after it was sent and before it arrived. */
  readonly t: number
  readonly from: Side
  /** The control bits of shared/trace/flags.ts. */
  readonly flags: number
  readonly seq: Seq
  /** The field; it means something where ACK is set. */
  readonly ack: Seq
  /** Bytes of data. */
  readonly len: number
  /** The field as it stands in the header. */
  readonly window: number
  /** Window scale option, bits; null without one. */
  readonly windowScale: number | null
  /** SACK blocks, `[left edge, right edge)`. */
  readonly sack: readonly (readonly [Seq, Seq])[]
}

/** What the watcher reads of a segment that was captured. */
export const seenOf = ({ t, from, flags, seq, ack, len, window, options }: TraceSegment): Seen => ({
  t,
  from,
  flags: flagBits(flags),
  seq,
  ack: ack ?? 0,
  len,
  window,
  windowScale: options?.windowScale ?? null,
  sack: options?.sack ?? [],
})
