import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { SIDES } from '@shared/trace/names'
import { connectionSchema, type Connection } from '@shared/trace/schema'
import { twin } from '@shared/tcp/twin'
import { anything } from './support/anything'

const RUNS = 2000
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
