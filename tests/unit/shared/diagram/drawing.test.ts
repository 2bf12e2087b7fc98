import { describe, expect, it } from 'vitest'
import { arrowShapes, eventShapes, layout, sampleShapes, stateShapes } from '@shared/diagram'
import { PROVENANCES, TCP_STATES, type Provenance } from '@shared/trace/names'
import type { Connection } from '@shared/trace/schema'
import { recorded } from './conversations'

const given = recorded('connect-then-client-end')
const from = (provenance: Provenance): Connection => ({
  ...given,
  segments: given.segments.map((segment) => ({ ...segment, provenance })),
  states: given.states.map((state) => ({ ...state, provenance })),
})

/** How a mark looks, whatever its colours and coordinates. */
const form = (shapes: ReturnType<typeof stateShapes>): string =>
  shapes.map(({ look: { role, dash, anchor } }) => [role, dash, anchor].filter(Boolean).join(' ')).join(', ')

describe('where a segment comes from shows in its form', () => {
  const arrow = (provenance: Provenance): string => {
    const [first] = layout(from(provenance)).arrows
    return form([...arrowShapes(first as never)])
  }
  it('dashed when inferred, dash and dot when simulated, with a mark at its sender when captured', () => {
    expect(arrow('inferred')).toBe('line 7 3, head')
    expect(arrow('simulated')).toBe('line 11 3 2 3, head')
    expect(arrow('captured')).toBe('line, head, sender')
  })
  it('and every arrow and sample in the legend carries it', () => {
    for (const provenance of PROVENANCES) {
      for (const mark of layout(from(provenance)).arrows) {
        for (const { look } of arrowShapes(mark)) expect(look.provenance).toBe(provenance)
      }
      const samples = (['segment', 'state'] as const).map((sample) => sampleShapes({ sample, provenance, text: '' }))
      for (const { look } of samples.flat()) expect(look.provenance).toBe(provenance)
    }
  })
})

describe('which state it is shows in the form of its bar', () => {
  const bar = (state: string, provenance: Provenance = 'inferred'): string => {
    const [first] = layout(from(provenance)).states
    return form(stateShapes({ ...(first as NonNullable<typeof first>), state: state as never }).slice(0, -1))
  }
  it('the three states of a handshake are of three forms, TIME-WAIT of its own', () => {
    expect(bar('SYN-SENT')).toBe('outline, stripes 3 3')
    expect(bar('SYN-RECEIVED')).toBe('outline, bar')
    expect(bar('ESTABLISHED')).toBe('bar')
    expect(bar('TIME-WAIT')).toBe('outline, stripes 2 8')
    for (const state of TCP_STATES) expect(bar(state)).toMatch(/^(bar|outline, (bar|stripes [38 2]+))$/)
  })
  it('idle is thin', () => {
    const [first] = layout(from('inferred')).states
    const wide = (state: string): unknown =>
      stateShapes({ ...(first as NonNullable<typeof first>), state: state as never })[0]
    expect(wide('CLOSED')).toMatchObject({ width: 4 })
    expect(wide('ESTABLISHED')).toMatchObject({ width: 10 })
  })
  it('a kernel said so: hairlines on both sides', () => {
    expect(bar('ESTABLISHED', 'kernel')).toBe('bar, sides')
    expect(bar('SYN-SENT', 'kernel')).toBe('outline, stripes 3 3, sides')
  })
})

describe('what the program told and did', () => {
  it('is a dot for an event and a triangle for a call', () => {
    const { events } = layout(given)
    const dot = events.find(({ kind }) => kind === 'event')
    const call = events.find(({ kind }) => kind === 'call')
    expect(form([...eventShapes(dot as never)])).toMatch(/^hairline, dot, event-text/)
    expect(form([...eventShapes(call as never)])).toMatch(/^hairline, call, event-text/)
  })
})
