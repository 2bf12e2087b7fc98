import type { Code } from '../text'
import type { Flag, Provenance, Side } from '../trace/names'
import type { Connection } from '../trace/schema'
import { flagText, segmentTags } from './labels'
import type { SeqMode } from './options'

/** One segment as a row of a table: numbers as numbers, so that each face formats them its own way. */
export interface TableRow {
  readonly n: number
  readonly t: number
  readonly from: Side
  readonly flags: readonly Flag[]
  readonly flagText: string
  readonly seq: number
  readonly ack: number | null
  readonly len: number
  /** Bytes that the sender of this segment is ready to take: the field of the header, scaled where scaling was agreed. */
  readonly window: number
  /** What became of it: `diagram.tag.lost`. */
  readonly tags: readonly Code[]
  readonly unknown: boolean
  readonly provenance: Provenance
}

export const tableRows = (connection: Connection, mode: SeqMode = 'relative'): readonly TableRow[] =>
  connection.segments.map((segment) => ({
    n: segment.n,
    t: segment.t,
    from: segment.from,
    flags: segment.flags,
    flagText: flagText(segment.flags),
    seq: mode === 'relative' ? segment.relSeq : segment.seq,
    ack: mode === 'relative' ? segment.relAck : segment.ack,
    len: segment.len,
    window: segment.windowBytes ?? segment.window,
    tags: segmentTags(segment),
    unknown: segment.certainty === 'unknown',
    provenance: segment.provenance,
  }))
