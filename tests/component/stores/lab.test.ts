import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { useConnections } from '@renderer/stores/connections'
import { useLab } from '@renderer/stores/lab'
import { err, ok } from '@shared/result'
import { startStores } from '../support/app'
import { createFakeLab, type FakeLab } from '../support/fake-lab'
import { event, record } from '../support/samples'

describe('the lab store, with real stores and a fake LabClient', () => {
  let lab: FakeLab
  beforeEach(async () => {
    lab = await startStores()
  })
  const asked = (command: string): number => lab.asked.filter((call) => call.command === command).length

  it('is ready once the first snapshot was taken', async () => {
    expect(useLab().ready).toBe(true)
    const slow = createFakeLab('browser', 'connecting')
    await startStores(slow)
    expect(useLab().ready).toBe(false)
    slow.setLink('ready')
    await flushPromises()
    expect(useLab().ready).toBe(true)
  })

  it('shows a connection and its events as they come', () => {
    lab.emit([{ kind: 'connection', record: record() }])
    lab.emit([
      { kind: 'event', connection: 'c1', index: 0, event: event(0, 'client', 'call:connect') },
      { kind: 'event', connection: 'c1', index: 1, event: event(1, 'client', 'connect') },
    ])
    expect(useConnections().selected?.connection.events.map(({ name }) => name)).toEqual(['call:connect', 'connect'])
  })

  it('replaces records and leaves the former one as it was', () => {
    lab.emit([{ kind: 'connection', record: record() }])
    const before = useConnections().records.get('c1')
    lab.emit([{ kind: 'event', connection: 'c1', index: 0, event: event(0, 'client', 'connect') }])
    expect(useConnections().records.get('c1')).not.toBe(before)
    expect(before?.connection.events).toEqual([])
  })

  it('takes a newer form of an event it already has', () => {
    lab.emit([{ kind: 'connection', record: record() }])
    lab.emit([{ kind: 'event', connection: 'c1', index: 0, event: event(0, 'client', 'data', { bytes: 1 }) }])
    lab.emit([{ kind: 'event', connection: 'c1', index: 0, event: event(0, 'client', 'data', { bytes: 9, count: 3 }) }])
    expect(useConnections().selected?.connection.events).toEqual([event(0, 'client', 'data', { bytes: 9, count: 3 })])
  })

  it('ignores a batch that its snapshot already contains', () => {
    lab.emit([{ kind: 'connection', record: record() }], 1)
    lab.emit([{ kind: 'removed', connection: 'c1' }], 1)
    expect(useConnections().records.has('c1')).toBe(true)
  })

  it('mends a gap with a snapshot and misses nothing', async () => {
    lab.snapshot = { ...lab.snapshot, sequence: 6, connections: [record()] }
    lab.emit([{ kind: 'event', connection: 'c1', index: 0, event: event(0, 'client', 'connect') }], 7)
    expect(useLab().ready).toBe(false)
    await flushPromises()
    expect(asked('snapshot')).toBe(2)
    expect(useConnections().selected?.connection.events).toHaveLength(1)
  })

  it('asks for a snapshot when the link comes back', async () => {
    lab.setLink('lost')
    expect(useLab().ready).toBe(false)
    lab.snapshot = { ...lab.snapshot, sequence: 4, connections: [record()] }
    lab.setLink('ready')
    await flushPromises()
    expect(useConnections().selected?.key).toBe('c1')
    expect(useLab().ready).toBe(true)
  })

  it('keeps a failure until the next thing succeeds, and no success of its own accord takes it away', async () => {
    lab.answers.listen = () => Promise.resolve(err('port-in-use', 'Taken.', { port: 3000 }))
    await useLab().call('listen', { port: 3000 })
    expect(useLab().failure).toMatchObject({ code: 'port-in-use', command: 'listen' })
    await useLab().call('appearance', { language: 'en', theme: 'light' })
    expect(useLab().failure).not.toBeNull()
    lab.answers.listen = () => Promise.resolve(ok({ address: '127.0.0.1', port: 1 }))
    await useLab().call('listen', {})
    expect(useLab().failure).toBeNull()
  })

  it('tells of a run that could not go on, but not of one that the reader stopped', () => {
    const failure = (reason: string): void =>
      lab.emit([
        {
          kind: 'failure',
          connection: null,
          error: { code: 'step-failed', message: 'No.', params: { step: 2, reason } },
        },
      ])
    failure('stopped')
    expect(useLab().failure).toBeNull()
    failure('the peer reset')
    expect(useLab().failure?.code).toBe('step-failed')
  })

  it('knows what is asked and not answered yet', async () => {
    let answer: () => void = () => undefined
    lab.answers.stop = () => new Promise((resolve) => (answer = () => resolve(ok({}))))
    const call = useLab().call('stop', {})
    expect(useLab().isPending('stop')).toBe(true)
    answer()
    await call
    expect(useLab().isPending('stop')).toBe(false)
  })
})
