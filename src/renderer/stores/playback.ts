import { useIntervalFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { TraceSegment } from '@shared/trace/schema'
import { calmly } from '@renderer/pace/calm'
import { useInference } from './inference'
import type { Selection } from '@renderer/connection/related'
import { useSelection } from './selection'
import { useSettings } from './settings'
import { useShown } from './shown'

/** Milliseconds a segment stays the last one shown, at 1×. */
const STEP = 1000

const isSegment = (selection: Selection | null, n: number): boolean =>
  selection?.kind === 'segment' && selection.n === n

/**
 * Where in the conversation the reader is: how many segments are shown. `null` is the end, which moves on as a live
 * connection does; a step chosen by hand stays where it is whatever arrives.
 */
export const usePlayback = defineStore('playback', () => {
  const inference = useInference()
  const seen = useShown()
  const selection = useSelection()
  const settings = useSettings()
  const position = ref<number | null>(null)

  const segments = computed<readonly TraceSegment[]>(() => seen.connection?.segments ?? [])
  const total = computed(() => segments.value.length)
  const shown = computed(() => Math.min(position.value ?? total.value, total.value))
  const current = computed<TraceSegment | null>(() => segments.value[shown.value - 1] ?? null)
  const following = computed(() => position.value === null)
  /** How many segments there were when the reader stepped back from the end: those after them have come since. */
  const known = ref(0)
  const atEnd = computed(() => shown.value === total.value)
  /** Milliseconds since the run began up to which everything is shown; null for all of it. */
  const upTo = computed(() => (position.value === null ? null : moment(segments.value, shown.value)))

  const timer = useIntervalFn(advance, () => STEP / settings.speed, { immediate: false })
  const playing = computed(() => timer.isActive.value)

  /** How many segments have come since the reader stepped back from the end. */
  const fresh = computed(() => (following.value || playing.value ? 0 : Math.max(0, total.value - known.value)))

  /** The segment that was selected last because it was the newest; 0 for none yet. */
  let followed = 0

  function advance(): void {
    if (shown.value < total.value) goTo(shown.value + 1)
    if (atEnd.value) timer.pause()
  }

  /** Shows the first `count` segments and selects the last of them. */
  function goTo(count: number): void {
    const bounded = Math.max(0, Math.min(Math.round(count), total.value))
    if (following.value) known.value = total.value
    position.value = bounded === total.value ? null : bounded
    const at = segments.value[bounded - 1]
    selection.select(at ? { kind: 'segment', n: at.n } : null)
  }

  /** Selects a segment; one that is not shown yet becomes the last one shown. */
  function select(n: number): void {
    if (n > shown.value) seek(n)
    else selection.select({ kind: 'segment', n })
  }

  function step(by: number): void {
    timer.pause()
    goTo(shown.value + by)
  }

  function seek(count: number): void {
    timer.pause()
    goTo(count)
  }

  function toggle(): void {
    if (timer.isActive.value) return timer.pause()
    if (total.value === 0) return
    if (atEnd.value) goTo(0)
    timer.resume()
  }

  const first = (): void => seek(0)
  const last = (): void => seek(total.value)

  function begin(): void {
    timer.pause()
    position.value = null
    const at = segments.value.at(-1)
    followed = at?.n ?? 0
    selection.select(at ? { kind: 'segment', n: at.n } : null)
  }

  // While following, the newest segment is the selected one, unless the reader has chosen another.
  const follow = calmly(() => {
    const chosen = selection.current
    const at = segments.value.at(-1)
    if (position.value !== null || !at || !(followed === 0 || isSegment(chosen, followed))) return
    followed = at.n
    selection.select({ kind: 'segment', n: at.n })
  })
  watch([() => inference.key, total], ([key, count], [keyBefore, before]) => {
    if (key !== keyBefore) return begin()
    if (isSegment(selection.current, before)) followed = before
    if (count > before && followed !== segments.value.at(-1)?.n) follow()
  })

  return {
    position,
    segments,
    total,
    shown,
    current,
    following,
    atEnd,
    upTo,
    playing,
    fresh,
    select,
    step,
    seek,
    toggle,
    first,
    last,
  }
})

/** Just before a moment, milliseconds; well above the rounding of recorded times. */
const BEFORE = 1e-4

/**
 * When the first `count` segments had been sent and, where the next one leaves time for it, had arrived. A lost segment
 * never arrives: it is over when it is sent.
 */
function moment(segments: readonly TraceSegment[], count: number): number {
  const last = segments[count - 1]
  const next = segments[count]
  const arrived = last ? (last.arrives ?? last.t) : -Infinity
  return next ? Math.max(last?.t ?? -Infinity, Math.min(count === 0 ? Infinity : arrived, next.t - BEFORE)) : arrived
}
