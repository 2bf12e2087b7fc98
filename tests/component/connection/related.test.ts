import { describe, expect, it } from 'vitest'
import { counterparts } from '@renderer/connection/related'
import { sameSelection } from '@renderer/connection/related'
import { conversation } from '../support/samples'

const plain = (related: ReturnType<typeof counterparts>): number[][] =>
  [related.segments, related.events, related.states].map((set) => [...set].sort((a, b) => a - b))

describe('counterparts of a selection', () => {
  it('leads from a segment to its evidence and the states it caused', () => {
    expect(plain(counterparts(conversation(), { kind: 'segment', n: 2 }))).toEqual([[2], [0], [2]])
  })

  it('leads from an event to the segments derived from it and the states it caused', () => {
    expect(plain(counterparts(conversation(), { kind: 'event', index: 0 }))).toEqual([[1, 2], [0], [0]])
  })

  it('leads from a state to its segment or event', () => {
    expect(plain(counterparts(conversation(), { kind: 'state', side: 'server', index: 1 }))).toEqual([[1], [], [1]])
    expect(plain(counterparts(conversation(), { kind: 'state', side: 'client', index: 0 }))).toEqual([[], [0], [0]])
  })

  it('tells selections apart by kind and number', () => {
    expect(sameSelection({ kind: 'segment', n: 1 }, { kind: 'segment', n: 1 })).toBe(true)
    expect(sameSelection({ kind: 'segment', n: 1 }, { kind: 'event', index: 1 })).toBe(false)
    expect(sameSelection({ kind: 'segment', n: 1 }, null)).toBe(false)
  })
})
