import { describe, expect, it } from 'vitest'
import { isBlockedPort } from '@shared/protocol/blocked-ports'

describe('ports that browsers refuse', () => {
  it.each([1, 25, 2049, 4190, 6000, 6566, 6667, 6697, 10_080])('%i', (port) => {
    expect(isBlockedPort(port)).toBe(true)
  })

  it.each([0, 80, 443, 3000, 6001, 8080, 65_535])('and %i is none', (port) => {
    expect(isBlockedPort(port)).toBe(false)
  })
})
