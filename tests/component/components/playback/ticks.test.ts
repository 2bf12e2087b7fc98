import { describe, expect, it } from 'vitest'
import { countAt, tickPath } from '@renderer/components/playback/ticks'
import { segments } from '../../support/samples'

describe('the scrubber', () => {
  it('has a tick a segment, each on its own side’s path', () => {
    const drawn = segments('c:S:0', 's:SA:0/1', 'c:A:1/1')
    expect(tickPath(drawn, 'client')).toBe('M1 0V1M3 0V1')
    expect(tickPath(drawn, 'server')).toBe('M2 0V1')
  })

  it('finds the segment under the pointer, and stops at both ends', () => {
    expect([-0.2, 0, 0.24, 0.26, 1, 3].map((share) => countAt(share, 4))).toEqual([0, 0, 1, 1, 4, 4])
  })
})
