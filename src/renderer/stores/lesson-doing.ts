import { until } from '@vueuse/core'
import { computed, type Ref } from 'vue'
import {
  happened,
  offers,
  startBefore,
  starts,
  type Action,
  type Lesson,
  type LessonStep,
  type Scene,
} from '@shared/lesson'
import { findScenario } from '@shared/scenario/catalogue'
import { useConnections } from './connections'
import { useControls } from './controls'
import { useLab } from './lab'

/** How long a step that is done anew may take until its effect is on the trace, milliseconds: a scenario plays for seconds. */
const AGAIN = 15_000

export interface LessonDoing {
  /** Makes the controls ready for the step at hand. */
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

interface At {
  readonly lesson: Readonly<Ref<Lesson | null>>
  readonly at: Readonly<Ref<number>>
  readonly step: Readonly<Ref<LessonStep | null>>
  readonly scene: Readonly<Ref<Scene>>
  /** What was shown when the step began; `Taking.before`. */
  readonly before: Readonly<Ref<string | null>>
  /** Called before an action makes another connection than the one shown. */
  readonly beforeActing: () => void
}

/** What a lesson's steps do with the app's own controls. */
export function useLessonDoing({ lesson, at, step, scene, before, beforeActing }: At): LessonDoing {
  const lab = useLab()
  const controls = useControls()
  const connections = useConnections()
  const startIndex = computed(() => (lesson.value ? startBefore(lesson.value, at.value) : -1))

  /** Sets the app's own controls for what a step asks for. */
  function set(action: Action): void {
    const { client, server } = (action.do === 'connect' && action.allowHalfOpen) || { client: false, server: false }
    controls.scenarioId = action.do === 'play' ? action.scenario : null
    controls.listenOptions.clientHalfOpen = client
    controls.listenOptions.serverHalfOpen = server
  }

  function prepare(): void {
    if (step.value?.kind === 'do' && starts(step.value.action)) set(step.value.action)
  }

  async function perform(action: Action): Promise<void> {
    if (action.do === 'send') return void (await controls.send(action.side, { text: action.text }))
    if (action.do !== 'connect' && action.do !== 'play') return controls.close(action.do, action.side)
    beforeActing()
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
    if (offers(step.value, scene.value.connection) !== false) return null
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
      if (!(await until(() => happened(one, scene.value, before.value)).toBe(true, { timeout: AGAIN }))) return
    }
  }

  return { prepare, perform, canPerform, inTheWay, lack, start, startAgain }
}
