import { useSessionStorage, useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import {
  forget,
  goTo,
  isFinished,
  LESSONS,
  markDone,
  doneSteps,
  nextLesson,
  parseLesson,
  parseProgress,
  passes,
  resume,
  shownUpTo,
  type Lesson,
  type LessonStep,
} from '@shared/lesson'
import type { Failure } from '@shared/result'
import { findScenario } from '@shared/scenario/catalogue'
import { useCover } from './cover'
import { useInference } from './inference'
import { useLab } from './lab'
import { useLessonDoing } from './lesson-doing'
import { useLessonStage } from './lesson-stage'
import { useSettings } from './settings'
import { useViews } from './views'

/** The lesson that is being taken: its step, what is done, and what the step's action did to the real app. */
export const useLesson = defineStore('lesson', () => {
  const lab = useLab()
  const inference = useInference()
  const settings = useSettings()
  const views = useViews()
  const cover = useCover()

  const own = shallowRef<readonly Lesson[]>([])
  const lessons = computed<readonly Lesson[]>(() => [...LESSONS, ...own.value])
  const currentId = ref<string | null>(null)
  /** The lesson that was open when the page was loaded anew in this tab; empty for none. */
  const left = useSessionStorage('handshake-lab:lesson', '')
  const error = shallowRef<Failure | null>(null)
  const stored = useStorage<string>('handshake-lab:lessons', '')
  const progress = computed({
    get: () => parseProgress(stored.value || null),
    set: (value) => (stored.value = JSON.stringify(value)),
  })

  const lesson = computed<Lesson | null>(() => lessons.value.find(({ id }) => id === currentId.value) ?? null)
  const at = computed(() => (lesson.value ? resume(progress.value, lesson.value) : 0))
  const step = computed<LessonStep | null>(() => lesson.value?.steps[at.value] ?? null)
  const done = computed<ReadonlySet<number>>(() => new Set(lesson.value ? doneSteps(progress.value, lesson.value) : []))
  const stepDone = computed(() => done.value.has(at.value))
  const next = computed(() => nextLesson(progress.value, lessons.value, lesson.value))
  const isLast = computed(() => lesson.value !== null && at.value === lesson.value.steps.length - 1)
  /** The lesson whose connection is on the stage: also in another view, where a step sends the reader there. */
  const taken = computed(() => {
    const sent = step.value?.kind === 'change' && step.value.setting.view === views.current
    return views.current === 'lesson' || (sent && views.current !== 'explore') ? (lesson.value?.id ?? null) : null
  })
  /** The reader is in the view that the step led to. */
  const away = computed(() => taken.value !== null && views.current !== 'lesson')
  const stage = useLessonStage(taken)
  const doing = useLessonDoing(lesson, at, step)
  /** The predict step at hand has been answered, just now or before. */
  const answered = ref(false)
  const happened = computed(() => {
    const connection = inference.whole
    if (step.value?.kind === 'check') return connection !== null && passes(step.value, connection)
    return step.value !== null && doing.did(step.value)
  })
  const changed = computed(() => {
    if (step.value?.kind !== 'change') return false
    const { seq, view } = step.value.setting
    return seq === undefined ? view === views.current || view === 'explore' : seq === settings.seq
  })

  watch([happened, changed], () => {
    if (happened.value || changed.value) finishStep()
  })
  watch([currentId, at], begin, { flush: 'sync' })
  // Once it is known which connections there are, so that the lesson finds its own.
  watch(
    () => lab.synced,
    (synced) => {
      if (synced && lesson.value === null && lessons.value.some(({ id }) => id === left.value)) open(left.value)
    },
    { immediate: true },
  )
  watch(
    () =>
      lesson.value && inference.whole && views.current === 'lesson'
        ? shownUpTo(lesson.value, at.value, inference.whole, answered.value)
        : null,
    (upTo) => (cover.upTo = upTo),
  )

  function begin(): void {
    answered.value = stepDone.value
    if (taken.value !== null) doing.prepare()
    if (step.value && ['read', 'look'].includes(step.value.kind)) finishStep()
    if (changed.value || (happened.value && step.value?.kind === 'check')) finishStep()
  }

  function finishStep(): void {
    if (lesson.value) progress.value = markDone(progress.value, lesson.value, at.value)
  }

  function answer(): void {
    answered.value = true
    finishStep()
  }

  function open(id: string | null): void {
    currentId.value = id
    left.value = id ?? ''
    begin()
  }

  function move(by: number): void {
    if (lesson.value) progress.value = goTo(progress.value, lesson.value, at.value + by)
  }

  function restart(): void {
    if (!lesson.value) return
    progress.value = forget(progress.value, lesson.value)
    stage.forget(lesson.value.id)
    begin()
  }

  function applySetting(): void {
    if (step.value?.kind !== 'change') return
    const { seq, view } = step.value.setting
    if (seq !== undefined) settings.seq = seq
    if (view !== undefined && view !== 'explore') views.current = view
    finishStep()
  }

  /** Takes a teacher's own file; a broken one is refused with line and reason in `error`. */
  function load(text: string): void {
    const parsed = parseLesson(text, { knowsScenario: (id) => findScenario(id) !== undefined })
    if (!parsed.ok) {
      error.value = parsed.error
      return
    }
    const { id } = parsed.value
    if (LESSONS.some((lesson) => lesson.id === id)) {
      error.value = { code: 'lesson-id-taken', message: `A lesson of the app has the id "${id}".`, params: { id } }
      return
    }
    error.value = null
    own.value = [...own.value.filter((lesson) => lesson.id !== id), parsed.value]
    open(id)
  }

  return {
    lessons,
    lesson,
    at,
    step,
    done,
    stepDone,
    isLast,
    next,
    answered,
    away,
    error,
    progress,
    canPerform: doing.canPerform,
    inTheWay: doing.inTheWay,
    lack: doing.lack,
    start: doing.start,
    startAgain: doing.startAgain,
    isFinished: (one: Lesson) => isFinished(progress.value, one),
    doneCount: (one: Lesson) => doneSteps(progress.value, one).length,
    open,
    move,
    restart,
    perform: doing.perform,
    applySetting,
    finishStep,
    answer,
    load,
    begin,
  }
})
