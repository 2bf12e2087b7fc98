import { describe, expect, it } from 'vitest'
import { RANGES, readNumber } from '@shared/predict'

describe('a number as it is entered', () => {
  it.each([
    ['', null],
    [' \u3000', null],
    ['4 294 967,295', 4_294_967_295],
    ['０', 0],
    ['４２，１', 421],
    ['-1', -1],
    ['−1', -1],
    ['－１', -1],
    ['4294967296', Number.NaN],
    ['-', Number.NaN],
    ['1-1', Number.NaN],
    ['1.5', Number.NaN],
    ['1．5', Number.NaN],
    ['abc', Number.NaN],
  ])('%j is read as %d', (text, number) => {
    expect(readNumber(text, 'relative')).toBe(number)
  })

  it('lies in the range of its notation', () => {
    expect(readNumber('-1', 'absolute')).toBeNaN()
    for (const notation of ['relative', 'absolute'] as const)
      for (const end of RANGES[notation]) expect(readNumber(String(end), notation)).toBe(end)
  })
})
