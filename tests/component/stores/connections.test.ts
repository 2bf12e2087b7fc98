import { beforeEach, describe, expect, it } from 'vitest'
import type { Visit } from '@shared/protocol/own-client'
import { useConnections } from '@renderer/stores/connections'
import { startStores } from '../support/app'
import type { FakeLab } from '../support/fake-lab'
import { event, record, trace } from '../support/samples'

describe('the connections store, with a fake LabClient', () => {
  let lab: FakeLab
  beforeEach(async () => {
    lab = await startStores()
  })
  const begin = (id: string): void => lab.emit([{ kind: 'connection', record: record({ id }) }])

  it('shows a connection that begins, unless an older one was chosen', () => {
    const connections = useConnections()
    begin('c1')
    begin('c2')
    expect(connections.chosen).toBe('c2')
    connections.choose('c1')
    begin('c3')
    expect(connections.chosen).toBe('c1')
  })

  it('falls back to the newest when the shown one is dropped', () => {
    begin('c1')
    begin('c2')
    useConnections().choose('c1')
    lab.emit([{ kind: 'removed', connection: 'c1' }])
    expect(useConnections().chosen).toBe('c2')
  })

  it('shows nothing once all is forgotten', () => {
    begin('c1')
    lab.emit([{ kind: 'removed', connection: 'c1' }])
    expect(useConnections().selected).toBeNull()
    expect(useConnections().chosen).toBeNull()
  })

  it('lists opened and simulated traces where they were added', () => {
    const connections = useConnections()
    begin('c1')
    connections.add(trace(), true)
    begin('c2')
    connections.add(trace({ mode: 'simulated' }), false)
    expect(connections.entries.map(({ origin }) => origin)).toEqual(['live', 'opened', 'live', 'simulated'])
    expect(connections.selected?.origin).toBe('simulated')
  })

  it('follows a visit that is studied as long as its session lasts, and keeps it afterwards', () => {
    const connections = useConnections()
    const visit = (names: readonly ('connection' | 'close')[], startedAt: string): Visit => ({
      id: 'c7',
      number: 1,
      at: 0,
      kind: 'silent',
      requests: 0,
      requestLines: [],
      record: record(
        { id: 'c7', observes: ['server'], events: names.map((name) => event(0, 'server', name)) },
        { startedAt },
      ),
    })
    const told = (): string[] | undefined => connections.selected?.connection.events.map(({ name }) => name)
    connections.study(visit(['connection'], 'today').record)
    expect(told()).toEqual(['connection'])
    lab.emit([{ kind: 'visit', visit: visit(['connection', 'close'], 'today') }])
    expect(told()).toEqual(['connection', 'close'])
    lab.emit([{ kind: 'visits-cleared' }])
    lab.emit([{ kind: 'visit', visit: visit(['connection'], 'tomorrow') }])
    expect(told()).toEqual(['connection', 'close'])
    begin('c8')
    expect(connections.selected?.key).toBe('studied-c7')
    expect(connections.newest?.connection.id).toBe('c8')
  })

  it('keeps a bounded number of traces', () => {
    const connections = useConnections()
    for (let i = 0; i < 30; i += 1) connections.add(trace(), true)
    expect(connections.entries).toHaveLength(20)
    expect(connections.selected?.key).toBe('trace-30:c1')
  })
})
