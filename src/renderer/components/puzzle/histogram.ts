import { closingSegments } from '@shared/lesson'
import type { CloseSample } from '@shared/protocol/experiments'
import { twin } from '@shared/tcp/twin'

/** How many segments a close took. */
export type Segments = '3' | '4' | 'other'

export interface Bar {
  readonly key: Segments
  /** Which runs it counts: indices into the sample's records. */
  readonly runs: readonly number[]
}

export interface Histogram {
  /** Segments of the close as the model infers them: `3`, `4`, or `other`. */
  readonly segments: readonly Bar[]
  /** Runs in which no event tells which of them the kernel chose. */
  readonly unknown: number
}

/** From this share on the rest are what chance, and a busy kernel, do now and then. */
const NEARLY_ALL = 0.9

export interface Outcome {
  readonly key: Segments | 'mixed'
  readonly count: number
}

/** What a sample comes to: the number of segments that all of them took, or nearly all; else `mixed`. */
export function outcomeOf(bars: readonly Bar[], total: number): Outcome {
  const most = bars.find(({ runs }) => runs.length > 0 && runs.length >= NEARLY_ALL * total)
  return most ? { key: most.key, count: most.runs.length } : { key: 'mixed', count: total }
}

/** What the model makes of each run of a sample. */
export function histogram(sample: CloseSample): Histogram {
  const byKey = new Map<Segments, number[]>()
  let unknown = 0
  for (const [run, { connection }] of sample.records.entries()) {
    const { segments, notes } = twin(connection)
    const closing = closingSegments(segments)
    const key = closing === 3 ? '3' : closing === 4 ? '4' : 'other'
    byKey.set(key, [...(byKey.get(key) ?? []), run])
    if (notes.some(({ kind }) => kind === 'unknown') || segments.some(({ certainty }) => certainty === 'unknown'))
      unknown += 1
  }
  const bars = [...byKey].map(([key, runs]) => ({ key, runs }))
  return { segments: bars.sort((a, b) => a.key.localeCompare(b.key)), unknown }
}
