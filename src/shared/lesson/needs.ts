import type { Connection } from '../trace/schema'
import { effects, holds, passes } from './condition'
import type { Action, Lesson, LessonStep, Target } from './schema'
import { findEvent, findSegment, findState } from './select'

/** Whether an action makes a connection of its own; the others act on the one that is there. */
export const starts = (action: Action): boolean => action.do === 'connect' || action.do === 'play'

/** Index of the step that makes the connection which the step at `index` is about; -1 where no earlier step does. */
export const startBefore = (lesson: Lesson, index: number): number =>
  lesson.steps.slice(0, index).findLastIndex((step) => step.kind === 'do' && starts(step.action))

/** Whether what a `do` step waits for is on the trace. */
export const isDone = (step: Extract<LessonStep, { kind: 'do' }>, connection: Connection): boolean =>
  (step.until ?? effects(step.action)).every((condition) => holds(condition, connection))

/**
 * Whether the connection shown has what a step acts on, points at, asks about or checks; none has nothing. Null for a
 * step that is about no connection, or makes one.
 */
export function offers(step: LessonStep, connection: Connection | null): boolean | null {
  switch (step.kind) {
    case 'do':
      return starts(step.action) ? null : connection !== null && isDone(step, connection)
    case 'check':
      return connection !== null && passes(step, connection)
    case 'predict':
      return connection !== null && findSegment(connection, step.segment) !== undefined
    case 'look':
    case 'read':
      return step.target && !step.target.pane ? connection !== null && has(connection, step.target) : null
    case 'quiz':
    case 'change':
      return null
  }
}

function has(connection: Connection, target: Target): boolean {
  if (target.segment) return findSegment(connection, target.segment) !== undefined
  if (target.event) return findEvent(connection, target.event) !== undefined
  return target.state !== undefined && findState(connection, target.state) !== undefined
}
