import { shallowRef, watch, type Ref } from 'vue'

/** More than so many at once is a jump, and a jump is not animated. */
const AT_ONCE = 3
/** More than twice within so many milliseconds is a stream, and in a stream no arrow has the time to travel. */
const STREAM = 200

/**
 * Which segments have just come: those that travel. Counts only growth seen while mounted.
 *
 * @param count - how many segments are shown
 * @param connection - changes of it start anew
 * @param clock - milliseconds
 */
export function useFresh(
  count: Readonly<Ref<number>>,
  connection: Readonly<Ref<string>>,
  clock: () => number = () => performance.now(),
): (n: number) => boolean {
  const range = shallowRef<readonly [number, number]>([0, 0])
  let grewAt: readonly [number, number] = [-Infinity, -Infinity]
  watch([count, connection], ([now, id], [before, idBefore]) => {
    const came = id === idBefore && now > before && now - before <= AT_ONCE
    const at = clock()
    range.value = came && at - grewAt[0] >= STREAM ? [before, now] : [0, 0]
    if (now > before) grewAt = [grewAt[1], at]
  })
  return (n) => n > range.value[0] && n <= range.value[1]
}
