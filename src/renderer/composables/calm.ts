import { useThrottleFn } from '@vueuse/core'
import { computed, shallowRef, watch, type ComputedRef } from 'vue'

/** Nobody reads a list or an explanation in less than so many milliseconds. */
export const READABLE = 150

/**
 * Follows something that may change with every frame, at once after a pause and in a stream only as often as can be read:
 * what is there to be read leaves the frames to what is there to be watched.
 *
 * @param continues - whether the second is the first grown on; anything else is followed at once
 */
export function useCalm<T>(live: ComputedRef<T>, continues: (calm: T, live: T) => boolean): ComputedRef<T> {
  const calm = shallowRef(live.value)
  const follow = useThrottleFn(() => (calm.value = live.value), READABLE, true)
  watch(live, () => void follow())
  return computed(() => (continues(calm.value, live.value) ? calm.value : live.value))
}
