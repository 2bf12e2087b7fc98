import { defineStore } from 'pinia'
import { computed } from 'vue'
import { question } from '@shared/predict'
import { findScenario } from '@shared/scenario/catalogue'
import type { Connection, Trace } from '@shared/trace/schema'
import { useConnections } from './connections'
import { useInference } from './inference'
import { useLab } from './lab'
import { useLesson } from './lesson'
import { usePredict } from './predict'
import { useViews } from './views'

/**
 * What may be seen of the chosen connection. While a learner is asked how it goes on, the rest is covered: every pane, the
 * playback and the exports know only the first segments. What is covered follows from the open view, and nothing else.
 */
export const useShown = defineStore('shown', () => {
  const connections = useConnections()
  const inference = useInference()
  const lab = useLab()
  const lesson = useLesson()
  const predict = usePredict()
  const views = useViews()

  /** How many segments may be seen; null for all of them. */
  const upTo = computed(() => (views.current === 'predict' ? predict.upTo : lesson.upTo))
  const connection = computed<Connection | null>(() => {
    const { whole } = inference
    if (whole === null || upTo.value === null) return whole
    return question(whole, upTo.value + 1)?.shown ?? whole
  })
  /** Part of it is covered, so nothing may tell how it goes on. */
  const covered = computed(() => connection.value !== inference.whole)

  /** What is shown as a trace of its own: what an export writes. */
  const trace = computed<Trace | null>(() => {
    const entry = connections.selected
    if (!entry || !connection.value) return null
    if (entry.trace) return { ...entry.trace, connections: [connection.value] }
    const title = entry.scenario === null ? undefined : findScenario(entry.scenario)?.scenario.title
    return {
      version: 1,
      mode: 'live',
      scenario: entry.scenario,
      ...(title ? { title } : {}),
      ...(entry.startedAt === null ? {} : { startedAt: entry.startedAt }),
      ...(lab.info ? { platform: lab.info.platform } : {}),
      connections: [connection.value],
    }
  })

  return { connection, covered, trace }
})
