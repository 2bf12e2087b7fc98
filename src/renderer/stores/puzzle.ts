import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Frozen } from '@shared/protocol/experiments'
import { useVisits } from './visits'

/** What the reader chose and answered in the puzzle: it stays while another view is looked at. */
export const usePuzzle = defineStore('puzzle', () => {
  const visits = useVisits()
  const experiment = ref('own')
  const chosen = ref<string | null>(null)
  /** Which connection the reader took for the handshake. */
  const answer = ref<string | null>(null)
  const frozen = shallowRef<Frozen | null>(null)

  /** The visit that is shown: the chosen one, else the first. */
  const visit = computed(() => visits.visits.find(({ id }) => id === chosen.value) ?? visits.visits[0] ?? null)

  // A new session of the server is a new question.
  watch(
    () => visits.visits.length === 0,
    (none) => {
      if (none) chosen.value = answer.value = null
    },
    { flush: 'sync' },
  )

  return { experiment, chosen, answer, frozen, visit }
})
