import { expect, it } from 'vitest'
import { createRandom } from '../../../scripts/fuzz/random'
import { fuzzReaders } from '../../../scripts/fuzz/readers'

it('every reader of foreign input answers in words, in time, to 20,000 wrong texts', () => {
  expect(fuzzReaders({ count: 20_000, random: createRandom(1), drawn: 100 })).toEqual([])
})
