import type { Connection } from '../trace/schema'
import { passes } from './condition'
import { isDone, startBefore, starts } from './needs'
import { doneSteps, forget, goTo, markDone, resume, type Progress } from './progress'
import type { Lesson, LessonStep } from './schema'

/** A lesson as it is being taken: which one, and how far each lesson has come. */
export interface Taking {
  /** Null while the list of lessons is shown. */
  readonly lesson: Lesson | null
  readonly progress: Progress
  /** `Scene.key` when the step began: a step that makes a connection waits for another one. */
  readonly before: string | null
}

/** What the app shows while the lesson is taken. The steps are judged by it. */
export interface Scene {
  /** The shown connection, nothing covered; null for none. */
  readonly connection: Connection | null
  /** Names the shown connection: no other has this name. */
  readonly key: string | null
  /** Id of the scenario that the shown connection has played to its end; null for any other connection. */
  readonly played: string | null
  readonly seq: 'relative' | 'absolute'
  /** Id of the open view. */
  readonly view: string
}

export type TakingInput =
  | { readonly kind: 'open'; readonly lesson: Lesson | null }
  /** Goes on to the next step, or back. */
  | { readonly kind: 'move'; readonly by: number }
  /** The question of the step is answered. */
  | { readonly kind: 'answer' }
  /** The step's action is about to be done, perhaps once more. */
  | { readonly kind: 'act' }
  /** Forgets what is done and begins anew. */
  | { readonly kind: 'restart' }
  /** The reader comes back to the lesson from another view. */
  | { readonly kind: 'return' }
  /** The scene has changed. */
  | { readonly kind: 'look' }

/** Where a lesson stands after one more input. Pure: the scene is given, nothing is set or stored. */
export function take(taking: Taking, input: TakingInput, scene: Scene): Taking {
  if (input.kind === 'open') return begin({ ...taking, lesson: input.lesson }, scene)
  const { lesson, progress } = taking
  if (!lesson) return taking
  switch (input.kind) {
    case 'move':
      return begin({ ...taking, progress: goTo(progress, lesson, resume(progress, lesson) + input.by) }, scene)
    case 'restart':
      return begin({ ...taking, progress: forget(progress, lesson) }, scene)
    case 'return':
      return begin(taking, scene)
    case 'act':
      return { ...taking, before: scene.key }
    case 'answer':
      return finish(taking)
    case 'look':
      return notice(taking, scene)
  }
}

/** The step at hand; null where no lesson is open. */
export const stepOf = ({ lesson, progress }: Pick<Taking, 'lesson' | 'progress'>): LessonStep | null =>
  lesson?.steps[resume(progress, lesson)] ?? null

/** Whether what a step asks for is so in the scene. Null for a step that waits for an answer, or for nothing. */
export function happened(step: LessonStep, scene: Scene, before: string | null): boolean | null {
  const { connection } = scene
  switch (step.kind) {
    case 'do':
      if (!connection || (starts(step.action) && scene.key === before)) return false
      if (step.action.do === 'play' && step.action.scenario !== scene.played) return false
      return isDone(step, connection)
    case 'check':
      return connection !== null && passes(step, connection)
    case 'change': {
      const { seq, view } = step.setting
      // The lesson itself shows what Explore shows.
      return seq === undefined ? view === scene.view || view === 'explore' : seq === scene.seq
    }
    default:
      return null
  }
}

/** Begins the step at hand: what is only read is done, and so is what is already so. */
function begin(taking: Taking, scene: Scene): Taking {
  const step = stepOf(taking)
  if (!step) return taking
  const begun = { ...taking, before: mayBeThere(taking, step) ? null : scene.key }
  return step.kind === 'read' || step.kind === 'look' ? finish(begun) : notice(begun, scene)
}

/** A plain connection that the reader made before the first step that asks for one is taken for it. */
function mayBeThere({ lesson, progress }: Taking, step: LessonStep): boolean {
  if (!lesson || step.kind !== 'do' || step.action.do !== 'connect' || step.action.allowHalfOpen) return false
  return startBefore(lesson, resume(progress, lesson)) < 0
}

function notice(taking: Taking, scene: Scene): Taking {
  const step = stepOf(taking)
  return step && happened(step, scene, taking.before) ? finish(taking) : taking
}

function finish(taking: Taking): Taking {
  const { lesson, progress } = taking
  if (!lesson) return taking
  const at = resume(progress, lesson)
  return doneSteps(progress, lesson).includes(at) ? taking : { ...taking, progress: markDone(progress, lesson, at) }
}
