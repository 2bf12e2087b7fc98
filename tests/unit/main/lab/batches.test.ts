import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LabEvent } from '@shared/protocol/events'
import { Batches, FRAME } from '@main/lab/batches'
import { now } from '@main/lab/clock'

const event = (connection: string): LabEvent => ({ kind: 'removed', connection })

describe('batches on a clock of the test’s own', () => {
  let batches: Batches
  let sent: { readonly at: number; readonly events: readonly LabEvent[] }[]
  const pass = async (milliseconds: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(milliseconds))

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'hrtime'] })
    const begun = now()
    sent = []
    batches = new Batches()
    batches.subscribe(({ events }) => sent.push({ at: now() - begun, events }))
  })
  afterEach(() => {
    batches.dispose()
    vi.useRealTimers()
  })

  it('sends the first after a quiet time in the same turn of the loop', async () => {
    batches.replace('first', event('first'))
    expect(sent).toEqual([])
    await pass(0)
    expect(sent).toEqual([{ at: 0, events: [event('first')] }])
    await pass(10 * FRAME)
    batches.replace('second', event('second'))
    await pass(0)
    expect(sent.at(-1)).toEqual({ at: 10 * FRAME, events: [event('second')] })
  })

  it('sends at most one a frame, whatever comes in between', async () => {
    for (let millisecond = 0; millisecond < 20 * FRAME; millisecond += 1) {
      for (let n = 0; n < 10; n += 1) batches.replace(`${n}`, event(`${millisecond}-${n}`))
      await pass(1)
    }
    await pass(FRAME)
    const gaps = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0))
    expect(sent.length).toBeGreaterThan(15)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(FRAME)
    expect(sent.at(-1)?.events.at(-1)).toEqual(event(`${20 * FRAME - 1}-9`))
  })

  it('lets a later form take the place of the earlier one', async () => {
    batches.replace('a', event('a1'))
    batches.replace('b', event('b1'))
    batches.replace('a', event('a2'))
    batches.last('b', event('b2'))
    batches.replace('c', event('c1'))
    await pass(0)
    expect(sent[0]?.events).toEqual([event('a2'), event('b2'), event('c1')])
  })

  it('sends what is pending at once when asked to, and then nothing twice', async () => {
    batches.replace('first', event('first'))
    batches.flush()
    batches.replace('second', event('second'))
    batches.flush()
    await pass(10 * FRAME)
    expect(sent.map(({ events }) => events)).toEqual([[event('first')], [event('second')]])
  })
})
