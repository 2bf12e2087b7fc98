import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import {
  effects,
  forget,
  goTo,
  holds,
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
  type Action,
  type Lesson,
  type LessonStep,
} from '@shared/lesson'
import type { Failure } from '@shared/result'
import { findScenario } from '@shared/scenario/catalogue'
import { useConnections } from './connections'
import { useControls } from './controls'
import { useCover } from './cover'
import { useInference } from './inference'
import { useLab } from './lab'
import { useSettings } from './settings'
import { useViews } from './views'

/** The lesson that is being taken: its step, what is done, and what the step's action did to the real app. */
export const useLesson = defineStore('lesson', () => {
  const lab = useLab()
  const controls = useControls()
  const connections = useConnections()
  const inference = useInference()
  const settings = useSettings()
  const views = useViews()
  const cover = useCover()

  const own = shallowRef<readonly Lesson[]>([])
  const lessons = computed<readonly Lesson[]>(() => [...LESSONS, ...own.value])
  const currentId = ref<string | null>(null)
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
  const next = computed(() => nextLesson(progress.value, lessons.value))
  const isLast = computed(() => lesson.value !== null && at.value === lesson.value.steps.length - 1)
  /** The predict step at hand has been answered, just now or before. */
  const answered = ref(false)
  /** The connection that was shown when the step began: what the step makes is another. */
  const before = ref<string | null>(null)

  const happened = computed(() => {
    const now = step.value
    const connection = inference.whole
    if (!now || !connection) return false
    if (now.kind === 'check') return passes(now, connection)
    if (now.kind !== 'do') return false
    if (STARTS.has(now.action.do) && inference.key === before.value) return false
    if (now.action.do === 'play' && !played(now.action.scenario)) return false
    return (now.until ?? effects(now.action)).every((condition) => holds(condition, connection))
  })
  const changed = computed(() => {
    if (step.value?.kind !== 'change') return false
    const { seq, view } = step.value.setting
    return seq === undefined ? view === views.current || view === 'explore' : seq === settings.seq
  })

  /** Whether the shown conversation is that scenario's, and over. */
  function played(scenario: string): boolean {
    const entry = connections.selected
    return entry?.scenario === scenario && (entry.phase === 'closed' || entry.phase === 'failed') && !lab.player
  }

  watch([happened, changed], () => {
    if (happened.value || changed.value) finishStep()
  })
  watch([currentId, at], begin, { flush: 'sync' })
  watch(
    () =>
      lesson.value && inference.whole && views.current === 'lesson'
        ? shownUpTo(lesson.value, at.value, inference.whole, answered.value)
        : null,
    (upTo) => (cover.upTo = upTo),
  )

  function begin(): void {
    answered.value = stepDone.value
    before.value = inference.key
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
    begin()
  }

  function move(by: number): void {
    if (lesson.value) progress.value = goTo(progress.value, lesson.value, at.value + by)
  }

  function restart(): void {
    if (!lesson.value) return
    progress.value = forget(progress.value, lesson.value)
    begin()
  }

  /** Does the step's action with the app's own controls, for a reader who would rather not look for them. */
  async function perform(action: Action): Promise<void> {
    if (action.do === 'connect' || action.do === 'play') {
      before.value = inference.key
      controls.scenarioId = action.do === 'play' ? action.scenario : null
      controls.listenOptions.clientHalfOpen = (action.do === 'connect' && action.allowHalfOpen?.client) ?? false
      controls.listenOptions.serverHalfOpen = (action.do === 'connect' && action.allowHalfOpen?.server) ?? false
      return controls.start()
    }
    if (action.do === 'send') return void (await controls.send(action.side, { text: action.text }))
    return controls.close(action.do, action.side)
  }

  const canPerform = computed(() => {
    const now = step.value
    if (now?.kind !== 'do') return false
    const { action } = now
    if (action.do === 'play') return findScenario(action.scenario)?.kind === 'what-if' || (lab.ready && !lab.player)
    if (action.do === 'connect') return lab.ready && !lab.player
    return action.do === 'send' ? controls.canWrite(action.side) : controls.canClose(action.do, action.side)
  })

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
    error,
    progress,
    canPerform,
    isFinished: (one: Lesson) => isFinished(progress.value, one),
    doneCount: (one: Lesson) => doneSteps(progress.value, one).length,
    open,
    move,
    restart,
    perform,
    applySetting,
    finishStep,
    answer,
    load,
    begin,
  }
})

const STARTS: ReadonlySet<string> = new Set(['connect', 'play'])
