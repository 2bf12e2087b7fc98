import { useSessionStorage } from '@vueuse/core'
import { watch, type Ref } from 'vue'
import { useConnections } from './connections'
import { useControls } from './controls'
import type { Entry } from './entry'

/** Traces that were opened or simulated have a name for as long as the page lives; what the lab made outlives it. */
const PAGE = String(performance.timeOrigin)
const markOf = ({ key, origin, startedAt }: Entry): string => `${key} ${origin === 'live' ? startedAt : PAGE}`

export interface LessonStage {
  /** Shows what belongs to the lesson that has the stage now. @returns whether another has it than before */
  readonly turn: () => boolean
  /** Forgets the connection of a lesson, which begins with an empty stage again. */
  readonly forget: (id: string) => void
}

/**
 * What a lesson shows: the connection that was made in it, the empty stage before there is one, and the reader's own again
 * once the lesson is left. The controls, which a lesson sets for what it asks for, are given back with it.
 *
 * @param taken - id of the lesson that has the stage; null for none
 */
export function useLessonStage(taken: Readonly<Ref<string | null>>): LessonStage {
  const connections = useConnections()
  const controls = useControls()
  /** The connection of each lesson; kept as long as the tab, so that a page loaded anew goes on with it. */
  const own = useSessionStorage<Record<string, string>>('handshake-lab:lesson-connections', {})
  let holder: string | null = null
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

  function turn(): boolean {
    const id = taken.value
    if (id === holder) return false
    note()
    holder = id
    if (id === null) {
      giveBack?.()
      giveBack = null
    } else {
      giveBack ??= lend()
      showOwn(id)
    }
    return true
  }

  function note(): void {
    const { selected } = connections
    if (holder !== null && selected) own.value = { ...own.value, [holder]: markOf(selected) }
  }
  watch(() => connections.selected?.key, note)

  return {
    turn,
    forget(id) {
      own.value = Object.fromEntries(Object.entries(own.value).filter(([lesson]) => lesson !== id))
      if (taken.value === id) showOwn(id)
    },
  }
}
