import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { CALLS, NODE_EVENTS, SIDES, type TraceEventName } from '@shared/trace/names'
import { connectionSchema, type Connection, type TraceEvent } from '@shared/trace/schema'
import { twin } from '@shared/tcp/twin'

const RUNS = 2000
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

const anything: fc.Arbitrary<Connection> = fc
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

describe('the twin, whatever was recorded', () => {
  it('never throws, and gives a valid trace with evidence that exists and times that do not run back', () => {
    fc.assert(
      fc.property(anything, (connection) => {
        const inferred = twin(connection)
        expect(v.is(connectionSchema, inferred)).toBe(true)
        for (const side of SIDES) {
          const times = inferred.segments.filter(({ from }) => from === side).map(({ t }) => t)
          expect(times.every((t, index) => index === 0 || t >= (times[index - 1] ?? t))).toBe(true)
        }
        for (const [index, segment] of inferred.segments.entries()) {
          expect(segment.n).toBe(index + 1)
          expect(segment.provenance).toBe('inferred')
          expect(segment.why).toBeDefined()
          expect((segment.evidence ?? []).every((event) => event < connection.events.length)).toBe(true)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('gives the same bytes for the same connection', () => {
    fc.assert(
      fc.property(anything, (connection) => {
        expect(JSON.stringify(twin(connection))).toBe(JSON.stringify(twin(connection)))
      }),
      { numRuns: 300 },
    )
  })

  it('moves only the absolute numbers when the ISNs move, across the wrap too', () => {
    fc.assert(
      fc.property(anything, fc.nat(0xffff_ffff), fc.nat(0xffff_ffff), (connection, client, server) => {
        const isn = connection.isn ?? { client: 0, server: 0 }
        const here = twin(connection).segments
        const there = twin({ ...connection, isn: { client, server } }).segments
        expect(there.map(relative)).toEqual(here.map(relative))
        const moved = { client: client - isn.client, server: server - isn.server }
        for (const [index, { from, seq, flags }] of there.entries()) {
          const before = here[index]
          const unnumbered = flags.includes('RST') && seq === 0
          if (before && !unnumbered) expect(seq).toBe((before.seq + moved[from]) >>> 0)
        }
      }),
      { numRuns: 500 },
    )
  })
})

const relative = ({ from, flags, relSeq, relAck, len, t, window }: Connection['segments'][number]): unknown => [
  from,
  flags,
  relSeq,
  relAck,
  len,
  t,
  window,
]
