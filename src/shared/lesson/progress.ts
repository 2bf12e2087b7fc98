import * as v from 'valibot'
import type { Lesson } from './schema'

/** Where the learner is in each lesson; plain data, kept as JSON on this machine. */
const index = v.pipe(v.number(), v.integer(), v.minValue(0))

export const progressSchema = v.object({
  version: v.literal(1),
  lessons: v.record(
    v.string(),
    v.object({
      /** The step shown last. */
      at: index,
      /** Steps done, ascending. */
      done: v.array(index),
    }),
  ),
})
export type Progress = v.InferOutput<typeof progressSchema>

export const NO_PROGRESS: Progress = { version: 1, lessons: {} }

/** The step to resume at: 0 for a lesson never opened, within bounds where the file has become shorter. */
export function resume(progress: Progress, lesson: Lesson): number {
  return Math.min(progress.lessons[lesson.id]?.at ?? 0, lesson.steps.length - 1)
}

export const goTo = (progress: Progress, lesson: Lesson, step: number): Progress =>
  put(progress, lesson, { at: Math.max(0, Math.min(step, lesson.steps.length - 1)), done: doneSteps(progress, lesson) })

export function markDone(progress: Progress, lesson: Lesson, step: number): Progress {
  const done = [...new Set([...doneSteps(progress, lesson), step])].sort((a, b) => a - b)
  return put(progress, lesson, { at: resume(progress, lesson), done })
}

export function doneSteps(progress: Progress, lesson: Lesson): number[] {
  return (progress.lessons[lesson.id]?.done ?? []).filter((step) => step < lesson.steps.length)
}

export const isFinished = (progress: Progress, lesson: Lesson): boolean =>
  doneSteps(progress, lesson).length === lesson.steps.length

/** Forgets one lesson, so that it can be taken again. */
export function forget(progress: Progress, lesson: Lesson): Progress {
  const kept = Object.entries(progress.lessons).filter(([id]) => id !== lesson.id)
  return { version: 1, lessons: Object.fromEntries(kept) }
}

/** The first lesson after `now`, in the given order and from its beginning again, that is not finished; undefined when all others are. */
export function nextLesson(progress: Progress, lessons: readonly Lesson[], now: Lesson | null): Lesson | undefined {
  const at = lessons.findIndex(({ id }) => id === now?.id)
  const inTurn = [...lessons.slice(at + 1), ...lessons.slice(0, Math.max(0, at))]
  return inTurn.find((lesson) => !isFinished(progress, lesson))
}

/** Reads what was kept; anything that is not progress counts as none. */
export function parseProgress(text: string | null): Progress {
  try {
    const parsed = v.safeParse(progressSchema, JSON.parse(text ?? 'null'))
    return parsed.success ? parsed.output : NO_PROGRESS
  } catch {
    return NO_PROGRESS
  }
}

const put = (progress: Progress, lesson: Lesson, entry: Progress['lessons'][string]): Progress => ({
  version: 1,
  lessons: { ...progress.lessons, [lesson.id]: entry },
})
