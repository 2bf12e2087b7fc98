import { useSessionStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { watch } from 'vue'
import { starts, type Action } from '@shared/lesson'
import type { Entry } from '@renderer/connection/entry'
import { useConnections } from './connections'
import { useControls } from './controls'

/** Traces that were opened or simulated have a name for as long as the page lives; what the lab made outlives it. */
const PAGE = String(performance.timeOrigin)
const markOf = ({ key, origin, startedAt }: Entry): string => `${key} ${origin === 'live' ? startedAt : PAGE}`

/**
 * What a lesson shows: the connection that was made in it, the empty stage before there is one, and the reader's own again
 * once the lesson is left. The controls, which a lesson sets for what it asks for, are given back with it.
 */
export const useLessonStage = defineStore('lesson-stage', () => {
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

  /**
   * Gives the stage to a lesson, or back to the reader.
   *
   * @param id - of the lesson; null for none
   * @returns whether another one had it before
   */
  function turn(id: string | null): boolean {
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

  /** Forgets the connection of a lesson, which begins with an empty stage again. */
  function forget(id: string): void {
    own.value = Object.fromEntries(Object.entries(own.value).filter(([lesson]) => lesson !== id))
    if (holder === id) showOwn(id)
  }

  /** Sets the app's own controls for an action that makes a connection. */
  function prepare(action: Action): void {
    if (!starts(action)) return
    const { client, server } = (action.do === 'connect' && action.allowHalfOpen) || { client: false, server: false }
    controls.scenarioId = action.do === 'play' ? action.scenario : null
    controls.listenOptions.clientHalfOpen = client
    controls.listenOptions.serverHalfOpen = server
  }

  return { turn, forget, prepare }
})
