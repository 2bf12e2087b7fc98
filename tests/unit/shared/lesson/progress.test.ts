import { describe, expect, it } from 'vitest'
import {
  doneSteps,
  forget,
  goTo,
  isFinished,
  LESSONS,
  markDone,
  nextLesson,
  NO_PROGRESS,
  parseProgress,
  resume,
  runs,
  type Lesson,
} from '@shared/lesson'

const first = LESSONS[0] as Lesson
const second = LESSONS[1] as Lesson

describe('progress', () => {
  it('resumes where the learner was', () => {
    expect(resume(NO_PROGRESS, first)).toBe(0)
    expect(resume(goTo(NO_PROGRESS, first, 3), first)).toBe(3)
  })

  it('stays within a lesson that has become shorter', () => {
    const before = markDone(goTo(NO_PROGRESS, first, 7), first, 7)
    const shorter: Lesson = { ...first, steps: first.steps.slice(0, 2) }
    expect(resume(before, shorter)).toBe(1)
    expect(doneSteps(before, shorter)).toEqual([])
  })

  it('is finished when every step is done, in any order', () => {
    const all = first.steps.map((_, index) => index).reverse()
    const progress = all.reduce((so, step) => markDone(so, first, step), NO_PROGRESS)
    expect(isFinished(progress, first)).toBe(true)
    expect(nextLesson(progress, LESSONS, null)).toBe(second)
    expect(nextLesson(progress, LESSONS, second ?? null)).toBe(LESSONS[2])
    expect(nextLesson(progress, LESSONS, LESSONS.at(-1) ?? null)).toBe(second)
    expect(isFinished(forget(progress, first), first)).toBe(false)
  })

  it('is the same after it was kept and read again', () => {
    const progress = markDone(goTo(NO_PROGRESS, first, 2), second, 1)
    expect(parseProgress(JSON.stringify(progress))).toEqual(progress)
  })

  it.each([null, '', '{', '[]', '{"version":2}', '{"version":1,"lessons":{"a":{"at":-1,"done":[]}}}'])(
    'counts %j as none',
    (text) => {
      expect(parseProgress(text)).toEqual(NO_PROGRESS)
    },
  )
})

describe('lesson text', () => {
  it('marks code and strong runs, and nothing else', () => {
    expect(runs('a `b` **c** <d>')).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'code', text: 'b' },
      { kind: 'text', text: ' ' },
      { kind: 'strong', text: 'c' },
      { kind: 'text', text: ' <d>' },
    ])
  })
})
