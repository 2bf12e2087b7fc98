import { useSessionStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { CloseSample, Frozen } from '@shared/protocol/experiments'
import { useVisits } from './visits'

export interface ClosesAsked {
  runs: number
  allowHalfOpen: boolean
  answerDelay: number
}

/** What came out, with what was asked and guessed for it: the form may have been changed since. */
export interface ClosesResult {
  readonly sample: CloseSample
  readonly asked: Readonly<ClosesAsked>
  readonly guess: string | null
}

/** Which of the connections is taken for the handshake. */
export type HandshakeAnswer = 'first' | 'silent' | 'last' | 'none'

/** What the reader chose and answered in the puzzle: it stays while another view is looked at. */
export const usePuzzle = defineStore('puzzle', () => {
  const visits = useVisits()
  /** Kept as long as the tab, as the view is. */
  const experiment = useSessionStorage('handshake-lab:experiment', 'own')
  const chosen = ref<string | null>(null)
  /** Which connection the reader took for the handshake. */
  const answer = ref<HandshakeAnswer | null>(null)
  const frozen = shallowRef<Frozen | null>(null)
  const asked = ref<ClosesAsked>({ runs: 50, allowHalfOpen: false, answerDelay: 0 })
  /** How many segments the reader predicted. */
  const guess = ref<string | null>(null)
  const closes = shallowRef<ClosesResult | null>(null)
  /** Which of the closes is shown, an index into the sample's records. */
  const run = ref(0)

  /** The visit that is shown: the chosen one, else the first. */
  const visit = computed(() => visits.visits.find(({ id }) => id === chosen.value) ?? visits.visits[0] ?? null)

  // A new session of the server is a new question.
  watch(
    () => visits.session,
    () => (chosen.value = answer.value = null),
  )

  return { experiment, chosen, answer, frozen, asked, guess, closes, run, visit }
})
