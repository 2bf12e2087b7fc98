import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as v from 'valibot'
import { eventBatchSchema, type EventBatch } from '@shared/protocol/events'
import type { TraceEvent } from '@shared/trace/schema'
import { Bench, until, value } from './support'

let bench: Bench

beforeEach(() => {
  bench = new Bench()
})

afterEach(() => bench.lab.dispose())

/** What a renderer that applies every batch knows of one connection's events. */
function replay(batches: readonly EventBatch[], id: string): TraceEvent[] {
  let events: TraceEvent[] = []
  for (const event of batches.flatMap((batch) => batch.events)) {
    if (event.kind === 'connection' && event.record.connection.id === id) events = [...event.record.connection.events]
    if (event.kind === 'event' && event.connection === id) events[event.index] = event.event
  }
  return events
}

describe('batches', () => {
  it('numbers them without a gap, and together they tell exactly what the snapshot tells', async () => {
    const batches: EventBatch[] = []
    const before = bench.lab.snapshot().sequence
    bench.lab.subscribe((batch) => batches.push(v.parse(eventBatchSchema, batch)))
    const id = await bench.open()
    value(await bench.call('write', { side: 'client', bytes: 3_000_000 }))
    value(await bench.call('end', { side: 'client' }))
    await bench.closed()
    const { sequence, connections } = bench.lab.snapshot()
    expect(batches.map((batch) => batch.sequence)).toEqual(batches.map((_, index) => before + 1 + index))
    expect(batches.at(-1)?.sequence).toBe(sequence)
    expect(replay(batches, id)).toEqual(connections[0]?.connection.events)
    const statuses = batches.flatMap(({ events }) => events.filter((event) => event.kind === 'status'))
    expect(statuses.at(-1)).toMatchObject({ phase: 'closed', traffic: connections[0]?.connection.traffic })
  })

  it('lets a renderer that comes late catch up with one snapshot', async () => {
    const id = await bench.open()
    const batches: EventBatch[] = []
    bench.lab.subscribe((batch) => batches.push(batch))
    const { sequence, connections } = bench.lab.snapshot()
    value(await bench.call('write', { side: 'client', text: 'after' }))
    await bench.seen('server:data')
    expect(batches[0]?.sequence).toBe(sequence + 1)
    const known = connections.find(({ connection }) => connection.id === id)?.connection.events ?? []
    const missed = replay(batches, id)
    expect([...known, ...missed.slice(known.length)]).toEqual(bench.connection().events)
  })

  it('survives a subscriber that throws, and tells the others', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
    const kinds: string[] = []
    bench.lab.subscribe(() => {
      throw new Error('mine')
    })
    bench.lab.subscribe(({ events }) => kinds.push(...events.map(({ kind }) => kind)))
    await bench.open()
    await until('the other one is told', () => kinds.includes('event'))
    expect(warned).toHaveBeenCalled()
    warned.mockRestore()
  })
})
