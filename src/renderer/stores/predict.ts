import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import {
  byMisconception,
  NO_HISTORY,
  parseHistory,
  question as questionOf,
  record,
  score,
  type Diagnosis,
} from '@shared/predict'
import { useConnections } from './connections'
import { useCover } from './cover'
import { useInference } from './inference'
import { useViews } from './views'

/** The conversation shown, asked one segment at a time, and what was answered so far: kept on this machine only. */
export const usePredict = defineStore('predict', () => {
  const inference = useInference()
  const connections = useConnections()
  const cover = useCover()
  const views = useViews()

  const stored = useStorage<string>('handshake-lab:predictions', '')
  const history = computed({
    get: () => parseHistory(stored.value || null),
    set: (value) => (stored.value = JSON.stringify(value)),
  })
  /** The segment that is asked about. */
  const n = ref(1)
  const answered = ref(false)
  const notation = ref<'relative' | 'absolute'>('relative')
  const askStates = ref(false)

  const total = computed(() => inference.whole?.segments.length ?? 0)
  const question = computed(() => (inference.whole ? questionOf(inference.whole, n.value) : null))
  const finished = computed(() => total.value > 0 && n.value > total.value)

  watch(
    () => inference.key,
    () => start(),
  )
  watch(
    [() => views.current, n, answered, total],
    ([view]) => {
      if (view === 'predict') cover.upTo = answered.value ? n.value : n.value - 1
    },
    { flush: 'sync' },
  )

  function start(): void {
    n.value = 1
    answered.value = false
    if (views.current === 'predict') cover.upTo = 0
  }

  /** Counts an answer, given here or in a lesson. `at` is the segment's number. */
  function keep(diagnosis: Diagnosis, at: number): void {
    const { selected } = connections
    const conversation = selected?.scenario ?? selected?.key ?? ''
    history.value = record(history.value, diagnosis, { at: new Date().toISOString(), conversation, n: at })
  }

  function next(): void {
    n.value += 1
    answered.value = false
  }

  const forgetAll = (): void => void (history.value = NO_HISTORY)

  return {
    n,
    answered,
    notation,
    askStates,
    total,
    question,
    finished,
    history,
    score: computed(() => score(history.value)),
    misconceptions: computed(() => byMisconception(history.value)),
    start,
    keep,
    next,
    forgetAll,
  }
})
