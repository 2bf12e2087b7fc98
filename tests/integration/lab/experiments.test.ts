import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LabEvent } from '@shared/protocol/events'
import { Bench, failureOf, until, value } from './support'

let bench: Bench
let told: LabEvent[]

beforeEach(() => {
  bench = new Bench()
  told = []
  bench.lab.subscribe(({ events }) => told.push(...events))
})

afterEach(() => bench.lab.dispose())

describe('freezing the server', () => {
  it('connects the client while the server sleeps, on one clock', async () => {
    // Long enough for a busy machine to tell the client meanwhile.
    const frozen = value(await bench.call('freezeServer', { milliseconds: 1000 }))
    const { events, client, server } = bench.connection(frozen.connection)
    expect(frozen.frozen.to - frozen.frozen.from).toBeGreaterThanOrEqual(999)
    expect(frozen.clientTold).toBeGreaterThan(frozen.frozen.from)
    expect(frozen.clientTold).toBeLessThan(frozen.frozen.to)
    expect(frozen.serverTold).toBeGreaterThanOrEqual(frozen.frozen.to)
    expect(events.map(({ t }) => t)).toEqual(events.map(({ t }) => t).sort((a, b) => a - b))
    expect(events[0]).toMatchObject({ t: 0, name: 'call:listen', target: 'server' })
    const names = events.map(({ side, name }) => `${side}:${name}`)
    expect(names.indexOf('client:connect')).toBeLessThan(names.indexOf('server:connection'))
    expect(names).toEqual(expect.arrayContaining(['client:close', 'server:close', 'client:call:end']))
    expect([client?.port, server?.port]).not.toContain(0)
    expect(bench.phase()).toBe('closed')
  })

  it('does one experiment at a time, and stops with the rest', async () => {
    const [first, second, stopped] = await Promise.all([
      bench.call('freezeServer', { milliseconds: 5000 }),
      bench.call('sampleCloses', {}),
      bench.call('stop', {}),
    ])
    expect(failureOf(first)).toBe('experiment-stopped')
    expect(failureOf(second)).toBe('experiment-running')
    value(stopped)
    value(await bench.call('freezeServer', { milliseconds: 50 }))
  })
})

describe('sampling closes', () => {
  it('makes as many as asked, and counts the orders of their events', async () => {
    const { orders, records } = value(await bench.call('sampleCloses', { runs: 20 }))
    expect(records).toHaveLength(20)
    expect(orders.reduce((sum, { count }) => sum + count, 0)).toBe(20)
    expect(orders.flatMap(({ runs }) => runs).sort((a, b) => a - b)).toEqual(records.map((_, index) => index))
    for (const { events, count, runs } of orders) {
      expect(runs).toHaveLength(count)
      expect(events[0]).toBe('client:call:end')
      expect(events).not.toContain('server:call:end')
      expect(events.filter((name) => name.endsWith(':close'))).toHaveLength(2)
    }
    expect(new Set(records.map(({ connection }) => connection.client?.port)).size).toBe(20)
    expect(new Set(records.map(({ connection }) => connection.id)).size).toBe(20)
    expect(records.map(({ phase }) => phase)).toEqual(Array.from({ length: 20 }, () => 'closed'))
    expect(bench.lab.snapshot().connections).toEqual([])
    const progress = told.flatMap((event) => (event.kind === 'sampling' ? [event.sampling] : []))
    expect(progress.at(-1)).toBeNull()
  })

  it('lets the server answer late where both sides stay half-open', async () => {
    const sample = value(await bench.call('sampleCloses', { runs: 12, allowHalfOpen: true, answerDelay: 60 }))
    for (const { connection } of sample.records) {
      const { events } = connection
      const at = (name: string): number =>
        events.find((event) => `${event.side}:${event.name}` === name)?.t ?? Number.NaN
      expect(at('server:call:end') - at('server:end')).toBeGreaterThan(55)
    }
  })

  it('reaches 200 with a delay', async () => {
    const sample = value(await bench.call('sampleCloses', { runs: 200, allowHalfOpen: true, answerDelay: 50 }))
    expect(sample.records).toHaveLength(200)
  })

  it('can be stopped', async () => {
    const sampling = bench.call('sampleCloses', { runs: 200, allowHalfOpen: true, answerDelay: 1000 })
    await until('it is under way', () => told.some((event) => event.kind === 'sampling' && event.sampling !== null))
    value(await bench.call('stop', {}))
    expect(failureOf(await sampling)).toBe('experiment-stopped')
  })
})
