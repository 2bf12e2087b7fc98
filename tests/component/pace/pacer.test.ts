import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPacer } from '@renderer/pace/pacer'

describe('the pacer', () => {
  let frames: (() => void)[] = []
  let now = 0
  beforeEach(() => {
    frames = []
    now = 0
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback))
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
  const frame = (): void => {
    now += 16
    for (const callback of frames.splice(0)) callback()
  }

  it('runs a task at once, and then once a frame however often it is asked', () => {
    const task = vi.fn()
    const pacer = createPacer(() => now)
    for (let i = 0; i < 10; i += 1) pacer.ask(task)
    expect(task).toHaveBeenCalledTimes(1)
    frame()
    frame()
    expect(task).toHaveBeenCalledTimes(2)
    pacer.ask(task)
    expect(task).toHaveBeenCalledTimes(3)
  })

  it('leaves the page as much time as the task took', () => {
    const pacer = createPacer(() => now)
    const task = vi.fn(() => (now += 40))
    pacer.ask(task)
    pacer.ask(task)
    frame()
    frame()
    expect(task).toHaveBeenCalledTimes(1)
    frame()
    expect(task).toHaveBeenCalledTimes(2)
  })

  it('goes on in a hidden page, which gets no frames', () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    const task = vi.fn()
    const pacer = createPacer(() => now)
    pacer.ask(task)
    pacer.ask(task)
    expect(task).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(300)
    expect(task).toHaveBeenCalledTimes(2)
    vi.restoreAllMocks()
  })
})
