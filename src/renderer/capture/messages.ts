import type { CaptureFault } from '@shared/capture/read/format'
import type { Overview } from '@shared/capture/read/survey'
import type { Connection, Trace, TraceSegment } from '@shared/trace/schema'

/** What the page asks of the worker that reads a capture file; one file a worker. */
export type Ask =
  | { readonly kind: 'open'; readonly file: File }
  /** @param connections - indices into the overview's list */
  | { readonly kind: 'read'; readonly connections: readonly number[] }

/** What the worker answers. */
export type Tell =
  | { readonly kind: 'progress'; readonly read: number; readonly size: number }
  | { readonly kind: 'opened'; readonly overview: Overview; readonly fault: CaptureFault | null }
  /** Segments of the connection at `index` of the trace that follows, in pieces: no message keeps the page busy for long. */
  | { readonly kind: 'segments'; readonly index: number; readonly segments: readonly TraceSegment[] }
  | { readonly kind: 'trace'; readonly trace: Omit<Trace, 'connections'> & { readonly connections: readonly Bare[] } }
  /** The file can't be read (any more): the browser's own words. */
  | { readonly kind: 'failed'; readonly reason: string }

/** A connection whose segments came before it. */
export type Bare = Omit<Connection, 'segments'>
