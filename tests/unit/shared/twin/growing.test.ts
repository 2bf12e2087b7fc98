import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Connection, TraceEvent } from '@shared/trace/schema'
import { growingTwin, twin } from '@shared/tcp/twin'
import { anything } from './support/anything'
import { recorded } from './support/recorded'

/** As far as so many events. */
const first = (connection: Connection, count: number): Connection => ({
  ...connection,
  events: connection.events.slice(0, count),
})

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) freeze(part)
  }
  return value
}

const said = (connection: Connection): string => JSON.stringify(connection)

describe('the twin of a connection that grows', () => {
  it('says of every part what the twin says, and never changes what it has said', () => {
    fc.assert(
      fc.property(
        anything,
        fc.array(fc.nat(6), { minLength: 1, maxLength: 12 }),
        fc.nat(8),
        (all, growth, unsettled) => {
          const grow = growingTwin({}, unsettled)
          let count = 0
          for (const more of growth) {
            count = Math.min(all.events.length, count + more)
            const part = first(all, count)
            expect(said(freeze(grow(part)))).toBe(said(twin(part)))
          }
          expect(said(freeze(grow(all)))).toBe(said(twin(all)))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('says the same when events it has played turn into others, or another connection comes', () => {
    fc.assert(
      fc.property(anything, anything, fc.nat(40), fc.nat(4), (one, other, at, unsettled) => {
        const grow = growingTwin({}, unsettled)
        const changed = one.events.map((event, index): TraceEvent =>
          index === at ? { ...event, name: 'drain' } : event,
        )
        const steps = [
          first(one, at + 3),
          { ...one, events: changed },
          other,
          one,
          { ...one, allowHalfOpen: { client: true, server: true } },
          { ...one, client: { address: '::1', port: 1 } },
          first(one, 2),
        ]
        for (const step of steps) expect(said(freeze(grow(step)))).toBe(said(twin(step)))
      }),
      { numRuns: 100 },
    )
  })

  it('keeps the segments that stayed the same, so that nobody draws them again', () => {
    const events: TraceEvent[] = [
      { t: 0, side: 'client', name: 'call:connect', provenance: 'observed' },
      { t: 2, side: 'server', name: 'connection', provenance: 'observed' },
      { t: 3, side: 'client', name: 'connect', provenance: 'observed' },
    ]
    for (let t = 10; t < 1000; t += 10) {
      events.push({ t, side: 'client', name: 'call:write', detail: { bytes: 9 }, provenance: 'observed' })
      events.push({ t: t + 1, side: 'server', name: 'data', detail: { bytes: 9 }, provenance: 'observed' })
    }
    const connection = recorded(events)
    const grow = growingTwin({}, 4)
    grow(first(connection, events.length - 4))
    const before = grow(first(connection, events.length - 2)).segments
    const now = grow(connection).segments
    expect(now.length).toBeGreaterThan(before.length)
    expect(now.slice(0, before.length - 12).every((segment, index) => segment === before[index])).toBe(true)
  })
})
