import { until } from '@vueuse/core'
import { computed, ref, type Ref } from 'vue'
import { isDone, offers, startBefore, starts, type Action, type Lesson, type LessonStep } from '@shared/lesson'
import { findScenario } from '@shared/scenario/catalogue'
import { useConnections } from './connections'
import { useControls } from './controls'
import { useInference } from './inference'
import { useLab } from './lab'

/** How long a step that is done anew may take until its effect is on the trace, milliseconds: a scenario plays for seconds. */
const AGAIN = 15_000

export interface LessonDoing {
  /** Whether a `do` step has happened on the connection shown. */
  readonly did: (step: LessonStep) => boolean
  /** Makes the controls ready for the step at hand. The reader may have connected before being told to. */
  readonly prepare: () => void
  /** Does an action for a reader who would rather not look for the controls. */
  readonly perform: (action: Action) => Promise<void>
  readonly canPerform: Readonly<Ref<boolean>>
  /** Another connection lives, and keeps the one that the step makes from beginning. */
  readonly inTheWay: Readonly<Ref<boolean>>
  /** Why the step leads nowhere as things stand; null where it does not, or where no earlier step could help. */
  readonly lack: Readonly<Ref<'none' | 'over' | 'missing' | null>>
  /** How the connection that the step is about was made. */
  readonly start: Readonly<Ref<Action['do'] | null>>
  /** Makes that connection anew, and does what the steps since then did to it. */
  readonly startAgain: () => Promise<void>
}

/** What a lesson's steps do with the app's own controls, and whether it has happened: what the trace says counts. */
export function useLessonDoing(
  lesson: Readonly<Ref<Lesson | null>>,
  at: Readonly<Ref<number>>,
  step: Readonly<Ref<LessonStep | null>>,
): LessonDoing {
  const lab = useLab()
  const controls = useControls()
  const connections = useConnections()
  const inference = useInference()
  /** The connection that was shown when the step began: what the step makes is another. */
  const before = ref<string | null>(null)
  const startIndex = computed(() => (lesson.value ? startBefore(lesson.value, at.value) : -1))

  function did(one: LessonStep): boolean {
    const connection = inference.whole
    if (one.kind !== 'do' || !connection || (starts(one.action) && inference.key === before.value)) return false
    return (one.action.do !== 'play' || played(one.action.scenario)) && isDone(one, connection)
  }

  /** Whether the shown conversation is that scenario's, and over. */
  function played(scenario: string): boolean {
    const entry = connections.selected
    return entry?.scenario === scenario && (entry.phase === 'closed' || entry.phase === 'failed') && !lab.player
  }

  /** Sets the app's own controls for what a step asks for. */
  function set(action: Action): void {
    const { client, server } = (action.do === 'connect' && action.allowHalfOpen) || { client: false, server: false }
    controls.scenarioId = action.do === 'play' ? action.scenario : null
    controls.listenOptions.clientHalfOpen = client
    controls.listenOptions.serverHalfOpen = server
  }

  function prepare(): void {
    const now = step.value
    if (now?.kind !== 'do' || !starts(now.action)) return
    const mayBeHere = now.action.do === 'connect' && !now.action.allowHalfOpen && startIndex.value < 0
    before.value = mayBeHere ? null : inference.key
    set(now.action)
  }

  async function perform(action: Action): Promise<void> {
    if (action.do === 'send') return void (await controls.send(action.side, { text: action.text }))
    if (action.do !== 'connect' && action.do !== 'play') return controls.close(action.do, action.side)
    before.value = inference.key
    set(action)
    if (controls.alive !== null && !controls.simulated) await controls.stop()
    await until(() => controls.canStart).toBe(true, { timeout: AGAIN })
    return controls.start()
  }

  const canPerform = computed(() => {
    if (step.value?.kind !== 'do') return false
    const { action } = step.value
    if (action.do === 'play' && findScenario(action.scenario)?.kind === 'what-if') return true
    if (action.do === 'connect' || action.do === 'play') return lab.ready && !lab.player
    return action.do === 'send' ? controls.canWrite(action.side) : controls.canClose(action.do, action.side)
  })
  const inTheWay = computed(
    () => step.value?.kind === 'do' && starts(step.value.action) && controls.alive !== null && !controls.simulated,
  )

  const lack = computed<'none' | 'over' | 'missing' | null>(() => {
    if (!step.value || lab.player || startIndex.value < 0) return null
    if (offers(step.value, inference.whole) !== false) return null
    const entry = connections.selected
    if (!entry) return 'none'
    const acts = step.value.kind === 'do'
    const over = entry.phase === 'closed' || entry.phase === 'failed'
    if (!over && !(acts && entry.phase === 'closing' && !canPerform.value)) return null
    return acts ? 'over' : 'missing'
  })
  const start = computed(() => {
    const made = lesson.value?.steps[startIndex.value]
    return made?.kind === 'do' ? made.action.do : null
  })

  async function startAgain(): Promise<void> {
    const of = lesson.value
    for (const one of of?.steps.slice(startIndex.value, at.value) ?? []) {
      if (one.kind !== 'do' || lesson.value !== of) continue
      await perform(one.action)
      if (!(await until(() => did(one)).toBe(true, { timeout: AGAIN }))) return
    }
  }

  return { did, prepare, perform, canPerform, inTheWay, lack, start, startAgain }
}
