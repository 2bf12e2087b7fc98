import { computed, onScopeDispose, shallowRef, watch, type ComputedRef } from 'vue'

/** What is there to be read follows a stream once in so many milliseconds: sooner nobody has read it. */
const READABLE = 400
/** After a pause so many changes are followed at once, as many as an opening or a close brings. */
const AT_ONCE = 3

/**
 * A task that a stream of requests runs only as often as its outcome can be read, and a single one at once: what is there
 * to be read leaves the frames to what is there to be watched. The last request is always served.
 *
 * @param clock - milliseconds
 * @returns asks for the task; ends with the scope it is made in
 */
export function calmly(task: () => void, clock: () => number = () => performance.now()): () => void {
  let budget = AT_ONCE
  let counted = clock()
  let timer: ReturnType<typeof setTimeout> | null = null
  onScopeDispose(() => timer !== null && clearTimeout(timer))

  function ask(): void {
    if (timer !== null) return
    const now = clock()
    budget = Math.min(AT_ONCE, budget + (now - counted) / READABLE)
    counted = now
    if (budget < 1) {
      timer = setTimeout(
        () => {
          timer = null
          ask()
        },
        Math.ceil((1 - budget) * READABLE),
      )
      return
    }
    budget -= 1
    task()
  }
  return ask
}

/**
 * Follows something that may change with every frame, calmly.
 *
 * @param continues - whether the second is the first grown on; anything else is followed at once
 */
export function useCalm<T>(live: ComputedRef<T>, continues: (calm: T, live: T) => boolean): ComputedRef<T> {
  const calm = shallowRef(live.value)
  watch(
    live,
    calmly(() => (calm.value = live.value)),
  )
  return computed(() => (continues(calm.value, live.value) ? calm.value : live.value))
}
