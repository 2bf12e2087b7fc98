import { until } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { offers, startBefore, starts, type Action } from '@shared/lesson'
import { findScenario } from '@shared/scenario/catalogue'
import { useConnections } from './connections'
import { useControls } from './controls'
import { useLab } from './lab'
import { useLesson } from './lesson'
import { useLessonStage } from './lesson-stage'

/** How long a step that is done anew may take until its effect is on the trace, milliseconds: a scenario plays for seconds. */
const AGAIN = 15_000

/** What a lesson's step does with the app's own controls, for a reader who would rather not look for them. */
export const useLessonActions = defineStore('lesson-actions', () => {
  const lab = useLab()
  const controls = useControls()
  const connections = useConnections()
  const stage = useLessonStage()
  const lesson = useLesson()
  /** Index of the step that makes the connection which the step at hand is about; -1 for none. */
  const startIndex = computed(() => (lesson.lesson ? startBefore(lesson.lesson, lesson.at) : -1))

  /** Does an action. One that makes a connection first closes the one that is in its way. */
  async function perform(action: Action): Promise<void> {
    if (action.do === 'send') return void (await controls.send(action.side, { text: action.text }))
    if (action.do !== 'connect' && action.do !== 'play') return controls.close(action.do, action.side)
    lesson.act()
    stage.prepare(action)
    if (controls.alive !== null && !controls.simulated) await controls.stop()
    await until(() => controls.canStart).toBe(true, { timeout: AGAIN })
    return controls.start()
  }

  const canPerform = computed(() => {
    if (lesson.step?.kind !== 'do') return false
    const { action } = lesson.step
    if (action.do === 'play' && findScenario(action.scenario)?.kind === 'what-if') return true
    if (action.do === 'connect' || action.do === 'play') return lab.ready && !lab.player
    return action.do === 'send' ? controls.canWrite(action.side) : controls.canClose(action.do, action.side)
  })
  /** Another connection lives, and keeps the one that the step makes from beginning. */
  const inTheWay = computed(
    () => lesson.step?.kind === 'do' && starts(lesson.step.action) && controls.alive !== null && !controls.simulated,
  )

  /** Why the step leads nowhere as things stand; null where it does not, or where no earlier step could help. */
  const lack = computed<'none' | 'over' | 'missing' | null>(() => {
    const { step } = lesson
    if (!step || lab.player || startIndex.value < 0) return null
    if (offers(step, lesson.scene.connection) !== false) return null
    const entry = connections.selected
    if (!entry) return 'none'
    const acts = step.kind === 'do'
    const over = entry.phase === 'closed' || entry.phase === 'failed'
    if (!over && !(acts && entry.phase === 'closing' && !canPerform.value)) return null
    return acts ? 'over' : 'missing'
  })
  /** How the connection that the step is about was made. */
  const start = computed(() => {
    const made = lesson.lesson?.steps[startIndex.value]
    return made?.kind === 'do' ? made.action.do : null
  })

  /** Makes that connection anew, and does what the steps since then did to it. */
  async function startAgain(): Promise<void> {
    const of = lesson.lesson
    for (const one of of?.steps.slice(startIndex.value, lesson.at) ?? []) {
      if (one.kind !== 'do' || lesson.lesson !== of) continue
      await perform(one.action)
      if (!(await until(() => lesson.hasHappened(one)).toBe(true, { timeout: AGAIN }))) return
    }
  }

  return { perform, canPerform, inTheWay, lack, start, startAgain }
})
