import { defineStore } from 'pinia'
import { computed } from 'vue'
import { findScenario } from '@shared/scenario/catalogue'
import type { Trace } from '@shared/trace/schema'
import { useConnections } from './connections'
import { useInference } from './inference'
import { useLab } from './lab'

/** What is shown as a trace of its own: what an export writes. */
export const useShownTrace = defineStore('shown-trace', () => {
  const connections = useConnections()
  const inference = useInference()
  const lab = useLab()

  const trace = computed<Trace | null>(() => {
    const entry = connections.selected
    const connection = inference.connection
    if (!entry || !connection) return null
    if (entry.trace) return { ...entry.trace, connections: [connection] }
    const title = entry.scenario === null ? undefined : findScenario(entry.scenario)?.scenario.title
    return {
      version: 1,
      mode: 'live',
      scenario: entry.scenario,
      ...(title ? { title } : {}),
      ...(entry.startedAt === null ? {} : { startedAt: entry.startedAt }),
      ...(lab.info ? { platform: lab.info.platform } : {}),
      connections: [connection],
    }
  })

  return { trace }
})
