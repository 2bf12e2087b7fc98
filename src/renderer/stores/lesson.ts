import { useSessionStorage, useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import {
  doneSteps,
  happened,
  isFinished,
  LESSONS,
  nextLesson,
  parseLesson,
  parseProgress,
  resume,
  stepOf,
  take,
  uncoveredAt,
  type Lesson,
  type LessonStep,
  type Scene,
  type Taking,
  type TakingInput,
} from '@shared/lesson'
import type { Failure } from '@shared/result'
import { findScenario } from '@shared/scenario/catalogue'
import { useConnections } from './connections'
import { useInference } from './inference'
import { useLab } from './lab'
import { useLessonStage } from './lesson-stage'
import { useSettings } from './settings'
import { useViews } from './views'

/** The lesson that is being taken. Where it stands is what `take` says; this store keeps it and shows it the scene. */
export const useLesson = defineStore('lesson', () => {
  const lab = useLab()
  const connections = useConnections()
  const inference = useInference()
  const settings = useSettings()
  const views = useViews()
  const stage = useLessonStage()

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
  const before = ref<string | null>(null)

  const lesson = computed<Lesson | null>(() => lessons.value.find(({ id }) => id === currentId.value) ?? null)
  const taking = computed<Taking>(() => ({ lesson: lesson.value, progress: progress.value, before: before.value }))
  const at = computed(() => (lesson.value ? resume(progress.value, lesson.value) : 0))
  const step = computed(() => stepOf(taking.value))
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
  const scene = computed<Scene>(() => {
    const entry = connections.selected
    const over = !lab.player && (entry?.phase === 'closed' || entry?.phase === 'failed')
    return {
      connection: inference.whole,
      key: inference.key,
      played: over ? (entry?.scenario ?? null) : null,
      seq: settings.seq,
      view: views.current,
    }
  })

  /** How many segments may be seen; null where the lesson covers nothing. */
  const upTo = computed(() =>
    taken.value !== null && lesson.value && inference.whole
      ? uncoveredAt(lesson.value, at.value, inference.whole, stepDone.value)
      : null,
  )

  watch(scene, () => hear({ kind: 'look' }))
  // The view was changed: by the reader, or by a step of the lesson.
  watch(taken, (id) => {
    if (stage.turn(id) && id !== null) hear({ kind: 'return' })
  })
  // Once it is known which connections there are, so that the lesson finds its own.
  watch(
    () => lab.synced,
    (synced) => {
      if (synced && lesson.value === null && lessons.value.some(({ id }) => id === left.value)) open(left.value)
    },
    { immediate: true },
  )

  function hear(input: TakingInput): void {
    const now = take(taking.value, input, scene.value)
    if (now.progress !== progress.value) progress.value = now.progress
    before.value = now.before
    const begins = input.kind !== 'look' && input.kind !== 'act' && input.kind !== 'answer'
    if (begins && taken.value !== null && step.value?.kind === 'do') stage.prepare(step.value.action)
  }

  function open(id: string | null): void {
    currentId.value = id
    left.value = id ?? ''
    stage.turn(taken.value)
    hear({ kind: 'open', lesson: lesson.value })
  }

  function restart(): void {
    if (!lesson.value) return
    stage.forget(lesson.value.id)
    hear({ kind: 'restart' })
  }

  function applySetting(): void {
    if (step.value?.kind !== 'change') return
    const { seq, view } = step.value.setting
    if (seq !== undefined) settings.seq = seq
    if (view !== undefined && view !== 'explore') views.current = view
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
    upTo,
    away,
    error,
    scene,
    isFinished: (one: Lesson) => isFinished(progress.value, one),
    doneCount: (one: Lesson) => doneSteps(progress.value, one).length,
    open,
    move: (by: number) => hear({ kind: 'move', by }),
    answer: () => hear({ kind: 'answer' }),
    /** An action is about to make another connection than the one shown. */
    act: () => hear({ kind: 'act' }),
    hasHappened: (one: LessonStep) => happened(one, scene.value, before.value) ?? false,
    restart,
    applySetting,
    load,
  }
})
