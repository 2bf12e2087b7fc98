import type { Flag, Side, TcpState } from '../trace/names'
import type { Reason } from '../trace/schema'

export type Notation = 'relative' | 'absolute'

/** What the learner filled in; null: left empty, which is right only for `ack` without ACK. */
export interface Answer {
  readonly notation: Notation
  /** PSH is not judged: it says nothing about the connection (RFC 9293 §3.9.1.2). */
  readonly flags: readonly Flag[]
  readonly seq: number | null
  readonly ack: number | null
  /** The state of each end once this segment has been sent and has arrived; asked only if wished. */
  readonly states?: Readonly<Partial<Record<Side, TcpState>>>
}

export const FIELDS = ['flags', 'seq', 'ack', 'client', 'server'] as const
export type Field = (typeof FIELDS)[number]

/** One field of an answer beside what was right. */
export interface Verdict {
  readonly field: Field
  readonly right: boolean
  readonly given: string | number | null
  readonly expected: string | number | null
}

/** A known misconception that would have given just this entry. */
export interface Finding {
  readonly id: string
  /** Its number among the fourteen of docs/truth.md; null for the others. */
  readonly fourteen: number | null
  /** The wrong fields that it accounts for. */
  readonly fields: readonly Field[]
  /** What it is called, and the explanation with the numbers at hand (rendered by shared/text). */
  readonly name: Reason
  readonly why: Reason
}

export interface Diagnosis {
  readonly right: boolean
  readonly verdicts: readonly Verdict[]
  /** Most likely first; empty where an entry is wrong in no known way. */
  readonly findings: readonly Finding[]
}
