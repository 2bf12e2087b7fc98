import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, reactive, ref } from 'vue'
import {
  byMisconception,
  NO_HISTORY,
  parseHistory,
  question as questionOf,
  record,
  score,
  type Diagnosis,
} from '@shared/predict'
import type { Flag, Side, TcpState } from '@shared/trace/names'
import { useConnections } from './connections'
import { useInference } from './inference'

/** What a learner has entered for one question, and what was found of it. */
export interface Draft {
  flags: Partial<Record<Flag, boolean>>
  seq: string
  ack: string
  states: Record<Side, TcpState | ''>
  diagnosis: Diagnosis | null
}
export const blankDraft = (): Draft => ({
  flags: {},
  seq: '',
  ack: '',
  states: { client: '', server: '' },
  diagnosis: null,
})

interface Place {
  readonly n: number
  readonly answered: boolean
}
const BEGINNING: Place = { n: 1, answered: false }

/** The conversation shown, asked one segment at a time, and what was answered so far: kept on this machine only. */
export const usePredict = defineStore('predict', () => {
  const inference = useInference()
  const connections = useConnections()

  const stored = useStorage<string>('handshake-lab:predictions', '')
  const history = computed({
    get: () => parseHistory(stored.value || null),
    set: (value) => (stored.value = JSON.stringify(value)),
  })
  /** How far each conversation has been asked about, by its key. */
  const places = reactive(new Map<string, Place>())
  const place = computed(() => places.get(inference.key ?? '') ?? BEGINNING)
  /** The segment that is asked about. */
  const n = computed(() => place.value.n)
  const answered = computed(() => place.value.answered)
  const notation = ref<'relative' | 'absolute'>('relative')
  const askStates = ref(false)

  const total = computed(() => inference.whole?.segments.length ?? 0)
  const question = computed(() => (inference.whole ? questionOf(inference.whole, n.value) : null))
  /** How many segments may be seen: those before the question, and with the answer the one that it is about. */
  const upTo = computed(() => (answered.value ? n.value : n.value - 1))
  const drafts = reactive(new Map<string, Draft>())

  function go(to: Place): void {
    if (inference.key !== null) places.set(inference.key, to)
  }

  /** Asks from the beginning. */
  function start(): void {
    for (const key of drafts.keys()) if (key.startsWith(`${inference.key} `)) drafts.delete(key)
    go(BEGINNING)
  }

  const answer = (): void => go({ n: n.value, answered: true })
  const next = (): void => go({ n: n.value + 1, answered: false })

  /** What has been entered for a segment of the conversation shown; kept while another view is looked at. */
  function draftOf(segment: number, of: string): Draft {
    const key = `${inference.key} ${segment} ${of}`
    const known = drafts.get(key)
    if (known) return known
    drafts.set(key, blankDraft())
    return drafts.get(key) ?? blankDraft()
  }

  /** Counts an answer, given here or in a lesson. `at` is the segment's number. */
  function keep(diagnosis: Diagnosis, at: number): void {
    const { selected } = connections
    const conversation = selected?.scenario ?? selected?.key ?? ''
    history.value = record(history.value, diagnosis, { at: new Date().toISOString(), conversation, n: at })
  }

  const forgetAll = (): void => void (history.value = NO_HISTORY)

  return {
    n,
    answered,
    notation,
    askStates,
    total,
    question,
    upTo,
    history,
    score: computed(() => score(history.value)),
    misconceptions: computed(() => byMisconception(history.value)),
    start,
    draftOf,
    keep,
    answer,
    next,
    forgetAll,
  }
})
