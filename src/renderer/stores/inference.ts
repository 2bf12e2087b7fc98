import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { question } from '@shared/predict'
import type { Connection } from '@shared/trace/schema'
import { growingTwin } from '@shared/tcp/twin'
import { useConnections } from './connections'
import { useCover } from './cover'
import { createPacer } from './pacer'

/**
 * What TCP must have done: the shown connection with segments, states and notes. A live one is inferred anew when its
 * record changes, at most once a frame and only where it has grown; the former picture stays until the new one stands.
 */
export const useInference = defineStore('inference', () => {
  const connections = useConnections()
  const cover = useCover()
  const inferred = shallowRef<{
    readonly key: string
    readonly of: Connection
    readonly connection: Connection
  } | null>(null)
  const pacer = createPacer()
  const twin = growingTwin()

  watch(
    () => connections.selected,
    (entry, before) => {
      if (!entry) inferred.value = null
      else if (entry.origin !== 'live')
        inferred.value = { key: entry.key, of: entry.connection, connection: entry.connection }
      else if (entry.key !== before?.key) infer()
      else pacer.ask(infer)
    },
    { immediate: true, flush: 'sync' },
  )

  function infer(): void {
    const entry = connections.selected
    if (entry?.origin !== 'live' || inferred.value?.of === entry.connection) return
    inferred.value = { key: entry.key, of: entry.connection, connection: twin(entry.connection) }
  }

  /** All of it, whatever is covered: for those who ask and judge. */
  const whole = computed<Connection | null>(() => inferred.value?.connection ?? null)
  const connection = computed<Connection | null>(() => {
    if (cover.upTo === null || whole.value === null) return whole.value
    return question(whole.value, cover.upTo + 1)?.shown ?? whole.value
  })
  /** Part of it is covered, so nothing may tell how it goes on. */
  const covered = computed(() => connection.value !== whole.value)
  /** Which entry that is. */
  const key = computed<string | null>(() => inferred.value?.key ?? null)
  return { connection, whole, covered, key }
})
