import type { Connection } from '../trace/schema'
import type { Lesson } from './schema'
import { findEvent, findSegment, findState } from './select'

/**
 * How many segments of the conversation a lesson leaves uncovered at a step. After a `do` with `conceal` it is none; each
 * `look` and each answered `predict` uncovers up to its segment; `reveal` uncovers all.
 *
 * @param answered - whether the `predict` step at `index` has been answered
 * @returns a segment number (0: none), or null where nothing is covered
 */
export function uncoveredAt(lesson: Lesson, index: number, connection: Connection, answered = false): number | null {
  let shown: number | null = null
  for (const [at, step] of lesson.steps.slice(0, index + 1).entries()) {
    if (step.kind === 'do') shown = step.conceal ? 0 : null
    if (step.reveal) shown = null
    if (shown === null) continue
    if (step.kind === 'look') shown = Math.max(shown, targetSegment(connection, step.target))
    if (step.kind !== 'predict') continue
    const n = findSegment(connection, step.segment)?.n ?? 0
    shown = Math.max(shown, at < index || answered ? n : n - 1)
  }
  return shown
}

type LookTarget = Extract<Lesson['steps'][number], { kind: 'look' }>['target']

function targetSegment(connection: Connection, target: LookTarget): number {
  if (target.segment) return findSegment(connection, target.segment)?.n ?? 0
  const t =
    (target.event && findEvent(connection, target.event)?.event.t) ??
    (target.state && findState(connection, target.state)?.state.t)
  if (t === undefined) return 0
  return connection.segments.findLast((segment) => segment.t <= t)?.n ?? 0
}
