import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { computed, effectScope, nextTick, ref, type ComputedRef, type EffectScope } from 'vue'
import { calmly, useCalm } from '@renderer/pace/calm'

describe('following a stream calmly', () => {
  let scope: EffectScope
  const inScope = <T>(make: () => T): T => {
    const made = scope.run(make)
    if (made === undefined) throw new Error('the scope has ended')
    return made
  }
  beforeEach(() => {
    vi.useFakeTimers()
    scope = effectScope()
  })
  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
  })

  it('does at once what comes after a pause, as much as an opening brings', () => {
    const task = vi.fn()
    const ask = inScope(() => calmly(task))
    for (let i = 0; i < 3; i += 1) ask()
    expect(task).toHaveBeenCalledTimes(3)
    vi.advanceTimersByTime(10_000)
    expect(task).toHaveBeenCalledTimes(3)
    ask()
    expect(task).toHaveBeenCalledTimes(4)
  })

  it('does a few times a second what is asked for in every frame, and serves the last who asks', () => {
    const task = vi.fn()
    const ask = inScope(() => calmly(task))
    for (let i = 0; i < 250; i += 1) {
      ask()
      vi.advanceTimersByTime(16)
    }
    expect(task.mock.calls.length).toBeGreaterThan(8)
    expect(task.mock.calls.length).toBeLessThan(16)
    const before = task.mock.calls.length
    ask()
    vi.advanceTimersByTime(1000)
    expect(task).toHaveBeenCalledTimes(before + 1)
  })

  it('does nothing more once its scope has ended', () => {
    const task = vi.fn()
    const ask = inScope(() => calmly(task))
    for (let i = 0; i < 4; i += 1) ask()
    scope.stop()
    vi.advanceTimersByTime(10_000)
    expect(task).toHaveBeenCalledTimes(3)
  })

  it('shows something else at once, however much there was of the one before', async () => {
    const live = ref({ of: 'a', count: 0 })
    const calm: ComputedRef<{ of: string; count: number }> = inScope(() =>
      useCalm(
        computed(() => live.value),
        (before, now) => before.of === now.of,
      ),
    )
    for (let count = 1; count <= 5; count += 1) {
      live.value = { of: 'a', count }
      await nextTick()
    }
    expect(calm.value).toEqual({ of: 'a', count: 3 })
    live.value = { of: 'b', count: 1 }
    expect(calm.value).toEqual({ of: 'b', count: 1 })
    vi.advanceTimersByTime(10_000)
    expect(calm.value).toEqual({ of: 'b', count: 1 })
  })
})
