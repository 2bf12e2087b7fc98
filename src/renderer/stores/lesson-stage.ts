import { useSessionStorage } from '@vueuse/core'
import { watch, type Ref } from 'vue'
import { useConnections } from './connections'
import { useControls } from './controls'
import type { Entry } from './entry'

/** Traces that were opened or simulated have a name for as long as the page lives; what the lab made outlives it. */
const PAGE = String(performance.timeOrigin)
const markOf = ({ key, origin, startedAt }: Entry): string => `${key} ${origin === 'live' ? startedAt : PAGE}`

/**
 * What a lesson shows: the connection that was made in it, the empty stage before there is one, and the reader's own again
 * once the lesson is left. The controls, which a lesson sets for what it asks for, are given back with it.
 *
 * @param taken - id of the lesson that has the stage; null for none
 */
export function useLessonStage(taken: Readonly<Ref<string | null>>): { readonly forget: (id: string) => void } {
  const connections = useConnections()
  const controls = useControls()
  /** The connection of each lesson; kept as long as the tab, so that a page loaded anew goes on with it. */
  const own = useSessionStorage<Record<string, string>>('handshake-lab:lesson-connections', {})
  let giveBack: (() => void) | null = null

  function lend(): () => void {
    const { chosen } = connections
    const { scenarioId } = controls
    const { clientHalfOpen, serverHalfOpen } = controls.listenOptions
    return () => {
      controls.scenarioId = scenarioId
      Object.assign(controls.listenOptions, { clientHalfOpen, serverHalfOpen })
      if (connections.entries.some(({ key }) => key === chosen)) connections.choose(chosen ?? '')
    }
  }

  function showOwn(id: string): void {
    const made = connections.entries.find((entry) => markOf(entry) === own.value[id])
    if (made) connections.choose(made.key)
    else connections.clear()
  }

  watch(
    taken,
    (id) => {
      if (id === null) giveBack?.()
      else giveBack ??= lend()
      if (id === null) giveBack = null
      else showOwn(id)
    },
    { flush: 'sync' },
  )
  watch(
    () => connections.selected?.key,
    () => {
      const { selected } = connections
      if (taken.value !== null && selected) own.value = { ...own.value, [taken.value]: markOf(selected) }
    },
    { flush: 'sync' },
  )

  return {
    forget(id) {
      own.value = Object.fromEntries(Object.entries(own.value).filter(([lesson]) => lesson !== id))
      if (taken.value === id) showOwn(id)
    },
  }
}
