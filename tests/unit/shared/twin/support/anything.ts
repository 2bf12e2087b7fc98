import fc from 'fast-check'
import { CALLS, NODE_EVENTS, SIDES, type TraceEventName } from '@shared/trace/names'
import type { Connection, TraceEvent } from '@shared/trace/schema'

const NAMES: readonly TraceEventName[] = [...NODE_EVENTS, ...CALLS.map((name): TraceEventName => `call:${name}`)]

const bytes = fc.oneof(fc.nat(100), fc.nat(100_000), fc.constant(3_000_000))
const step = fc.record({
  gap: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(300)),
  side: fc.constantFrom(...SIDES),
  name: fc.constantFrom(...NAMES),
  bytes,
  code: fc.constantFrom('ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'ETIMEDOUT', 'EADDRNOTAVAIL'),
})

const detailOf = (name: TraceEventName, size: number, code: string): TraceEvent['detail'] => {
  if (name === 'error') return { code }
  return name === 'data' || name === 'call:write' || name === 'call:end' ? { bytes: size } : {}
}

/** Any events in any order, most of which no program could bring about. */
export const anything: fc.Arbitrary<Connection> = fc
  .record({
    steps: fc.array(step, { maxLength: 40 }),
    opened: fc.boolean(),
    client: fc.nat(0xffff_ffff),
    server: fc.nat(0xffff_ffff),
    halfOpen: fc.record({ client: fc.boolean(), server: fc.boolean() }),
    observes: fc.constantFrom(['client', 'server'] as const, ['server'] as const, ['client'] as const),
  })
  .map(({ steps, opened, client, server, halfOpen, observes }) => {
    let t = 3
    const opening: TraceEvent[] = opened
      ? [
          { t: 0, side: 'client', name: 'call:connect', provenance: 'observed' },
          { t: 2, side: 'server', name: 'connection', provenance: 'observed' },
          { t: 3, side: 'client', name: 'connect', provenance: 'observed' },
        ]
      : []
    const rest = steps.map(({ gap, side, name, bytes: size, code }): TraceEvent => {
      t += gap
      const detail = detailOf(name, size, code)
      return { t, side, name, provenance: 'observed', ...(detail ? { detail } : {}) }
    })
    return {
      id: 'c1',
      client: null,
      server: null,
      observes: [...observes],
      allowHalfOpen: halfOpen,
      isn: { client, server },
      events: [...opening, ...rest],
      segments: [],
      states: [],
      notes: [],
    }
  })
