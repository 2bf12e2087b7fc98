import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Connection } from '@shared/trace/schema'
import { growingTwin } from '@shared/tcp/twin'
import { useConnections } from './connections'
import type { Entry } from '@renderer/connection/entry'
import { createPacer } from '@renderer/pace/pacer'

/**
 * What TCP must have done: the chosen connection with segments, states and notes, nothing of it covered. A live one is
 * inferred anew when its record changes, at most once a frame and only where it has grown; the former picture stays until
 * the new one stands.
 */
export const useInference = defineStore('inference', () => {
  const connections = useConnections()
  const pacer = createPacer()
  const twin = growingTwin()

  /** The record that it is time to infer from; a later one of the same connection waits for its turn. */
  const due = shallowRef<Entry | null>(connections.selected)
  const entry = computed(() => {
    const { selected } = connections
    return selected && due.value?.key === selected.key ? due.value : selected
  })
  const whole = computed<Connection | null>(() => {
    if (!entry.value) return null
    const { origin, connection } = entry.value
    return origin === 'live' ? twin(connection) : connection
  })
  /** Which entry that is. */
  const key = computed<string | null>(() => entry.value?.key ?? null)

  watch(
    () => connections.selected,
    (now, last) => (now?.key === last?.key ? pacer.ask(infer) : infer()),
  )
  function infer(): void {
    due.value = connections.selected
    // Inferred here and not where it is first read: the pacer leaves the page as much time as this takes.
    void whole.value
  }

  return { whole, key }
})
