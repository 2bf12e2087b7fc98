import { describe, expect, it } from 'vitest'
import { createIntake } from '@renderer/pace/intake'

describe('the intake of events', () => {
  function setUp(): { passed: number[][]; intake: ReturnType<typeof createIntake<number>>; frame: () => void } {
    const passed: number[][] = []
    const frames: (() => void)[] = []
    const intake = createIntake<number>(
      (items) => passed.push([...items]),
      (run) => frames.push(run),
    )
    return { passed, intake, frame: () => frames.splice(0).forEach((run) => run()) }
  }

  it('passes on at once what comes first', () => {
    const { passed, intake } = setUp()
    intake.take([1, 2])
    expect(passed).toEqual([[1, 2]])
  })

  it('passes on together, in order, what comes within one frame', () => {
    const { passed, intake, frame } = setUp()
    for (let i = 1; i <= 5; i += 1) intake.take([i])
    expect(passed).toEqual([[1]])
    frame()
    expect(passed).toEqual([[1], [2, 3, 4, 5]])
    frame()
    intake.take([6])
    expect(passed).toEqual([[1], [2, 3, 4, 5], [6]])
  })

  it('forgets what a snapshot already contains', () => {
    const { passed, intake, frame } = setUp()
    intake.take([1])
    intake.take([2])
    intake.clear()
    frame()
    expect(passed).toEqual([[1]])
  })
})
