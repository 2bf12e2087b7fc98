import { shallowRef, watch, type Ref } from 'vue'

/** More than so many at once is a jump, and a jump is not animated. */
const AT_ONCE = 3

/**
 * Which segments have just come: those that travel. Counts only growth seen while mounted.
 *
 * @param count - how many segments are shown
 * @param connection - changes of it start anew
 */
export function useFresh(count: Readonly<Ref<number>>, connection: Readonly<Ref<string>>): (n: number) => boolean {
  const range = shallowRef<readonly [number, number]>([0, 0])
  watch([count, connection], ([now, id], [before, idBefore]) => {
    const came = id === idBefore && now > before && now - before <= AT_ONCE
    range.value = came ? [before, now] : [0, 0]
  })
  return (n) => n > range.value[0] && n <= range.value[1]
}
