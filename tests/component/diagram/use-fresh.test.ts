import { describe, expect, it } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useFresh } from '@renderer/components/diagram/useFresh'

describe('which segments travel', () => {
  /** Plays growth as pairs of a time in milliseconds and a count, and answers which segments were fresh after each. */
  async function fresh(growth: readonly (readonly [number, number])[]): Promise<number[][]> {
    const count = ref(0)
    let now = 0
    const scope = effectScope()
    const isFresh = scope.run(() => useFresh(count, ref('c1'), () => now))
    const seen: number[][] = []
    for (const [at, grown] of growth) {
      now = at
      count.value = grown
      await nextTick()
      seen.push([1, 2, 3, 4, 5, 6, 7, 8, 9].filter((n) => isFresh?.(n)))
    }
    scope.stop()
    return seen
  }

  it('lets those travel that have just come', async () => {
    expect(
      await fresh([
        [1000, 1],
        [1016, 3],
        [3000, 4],
      ]),
    ).toEqual([[1], [2, 3], [4]])
  })

  it('lets none travel in a stream: each would be late for its own journey', async () => {
    expect(
      await fresh([
        [1000, 1],
        [1016, 2],
        [1032, 3],
        [1048, 4],
        [1500, 5],
      ]),
    ).toEqual([[1], [2], [], [], [5]])
  })

  it('lets none travel in a jump', async () => {
    expect(await fresh([[1000, 9]])).toEqual([[]])
  })
})
