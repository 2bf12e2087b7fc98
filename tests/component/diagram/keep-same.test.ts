import { describe, expect, it } from 'vitest'
import { keepSame, sameData } from '@renderer/components/diagram/keep-same'

describe('keeping what stays the same', () => {
  const mark = (n: number, x: number): { n: number; label: { x: number } } => ({ n, label: { x } })
  const key = ({ n }: { n: number }): number => n

  it('answers the former object for one that says the same, and the new one otherwise', () => {
    const before = [mark(1, 10), mark(2, 20)]
    const now = [mark(2, 20), mark(1, 11), mark(3, 30)]
    const kept = keepSame(now, before, key)
    expect(kept).toEqual(now)
    expect(kept.map((one, at) => [one === now[at], before.includes(one)])).toEqual([
      [false, true],
      [true, false],
      [true, false],
    ])
  })

  it.each([
    [{ a: 1 }, { a: 1, b: undefined }],
    [
      { a: 1, b: undefined },
      { a: 1, c: 2 },
    ],
    [{ a: null }, { a: {} }],
    [[1, 2], [1]],
    [NaN, 0],
  ])('tells %j from %j', (a, b) => {
    expect(sameData(a, b)).toBe(false)
    expect(sameData(b, a)).toBe(false)
  })

  it('takes NaN for NaN', () => {
    expect(sameData({ y: [NaN] }, { y: [NaN] })).toBe(true)
  })
})
