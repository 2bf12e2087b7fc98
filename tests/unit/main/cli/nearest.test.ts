import { describe, expect, test } from 'vitest'
import { nearest } from '@main/cli/nearest'

const KNOWN = ['both-end', 'client-reset', 'connection-refused', 'server-reset']

describe('nearest', () => {
  test.each([
    ['both-ends', 'both-end'],
    ['conection-refused', 'connection-refused'],
    ['clientreset', 'client-reset'],
    ['refused', 'connection-refused'],
    ['both-end', 'both-end'],
  ])('%s was meant to be %s', (word, meant) => expect(nearest(word, KNOWN)).toBe(meant))

  test.each(['xyzzy', '', 'a'])('nothing is near %j', (word) => expect(nearest(word, KNOWN)).toBeNull())
})
