import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, reactive, ref, watch } from 'vue'
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
import { useCover } from './cover'
import { useInference } from './inference'
import { useViews } from './views'

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

  /** The conversation that the question at hand is about. */
  let asked: string | null = null
  const drafts = reactive(new Map<string, Draft>())

  watch(
    () => inference.key,
    () => views.current === 'predict' && start(),
  )
  watch([() => views.current, n, answered, total], hide, { flush: 'sync' })

  function start(): void {
    asked = inference.key
    for (const key of drafts.keys()) if (key.startsWith(`${asked} `)) drafts.delete(key)
    n.value = 1
    answered.value = false
    hide()
  }

  function hide(): void {
    if (views.current === 'predict') cover.upTo = answered.value ? n.value : n.value - 1
  }

  /** Goes on with the question that was left; another conversation begins with its first. */
  function resume(): void {
    if (asked === inference.key) hide()
    else start()
  }

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
    resume,
    draftOf,
    keep,
    next,
    forgetAll,
  }
})
