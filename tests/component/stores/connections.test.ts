import { beforeEach, describe, expect, it } from 'vitest'
import { useConnections } from '@renderer/stores/connections'
import { startStores } from '../support/app'
import type { FakeLab } from '../support/fake-lab'
import { record, trace } from '../support/samples'

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

  it('keeps a bounded number of traces', () => {
    const connections = useConnections()
    for (let i = 0; i < 30; i += 1) connections.add(trace(), true)
    expect(connections.entries).toHaveLength(20)
    expect(connections.selected?.key).toBe('trace-30:c1')
  })
})
