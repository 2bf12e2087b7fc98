import { useIntervalFn } from '@vueuse/core'
import { computed, ref, type ComputedRef } from 'vue'

const TWO = new Intl.NumberFormat('en', { minimumIntegerDigits: 2 })

/** `4:07`, and from an hour on `1:04:07`: the same in every language. */
export function elapsedText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return hours > 0 ? `${hours}:${TWO.format(minutes)}:${TWO.format(rest)}` : `${minutes}:${TWO.format(rest)}`
}

/** The time since the start, or since it was set to zero. */
export function useStopwatch(): { readonly elapsed: ComputedRef<string>; readonly reset: () => void } {
  const start = ref(Date.now())
  const now = ref(start.value)
  useIntervalFn(() => (now.value = Date.now()), 250)
  return {
    elapsed: computed(() => elapsedText(Math.max(0, now.value - start.value))),
    reset: () => (start.value = now.value = Date.now()),
  }
}
