import type { ConnectionRecord } from '@shared/protocol/commands'
import type { LabEvent } from '@shared/protocol/events'

export type Records = ReadonlyMap<string, ConnectionRecord>

/**
 * The records after some events, in order. Records that change are replaced, never mutated (invariant 7), and each is
 * copied at most once however many events it gets: a batch costs what it touches.
 */
export function applyEvents(records: Records, events: readonly LabEvent[]): Records {
  let next: Map<string, ConnectionRecord> | null = null
  const changed = new Map<string, ConnectionRecord>()
  const draft = (): Map<string, ConnectionRecord> => (next ??= new Map(records))

  function writable(id: string): ConnectionRecord | undefined {
    const known = changed.get(id)
    if (known) return known
    const record = draft().get(id)
    if (!record) return undefined
    const copy = { ...record, connection: { ...record.connection, events: [...record.connection.events] } }
    changed.set(id, copy)
    draft().set(id, copy)
    return copy
  }

  for (const event of events) {
    if (event.kind === 'connection') {
      changed.delete(event.record.connection.id)
      draft().set(event.record.connection.id, event.record)
    } else if (event.kind === 'removed') {
      changed.delete(event.connection)
      draft().delete(event.connection)
    } else if (event.kind === 'event') {
      const record = writable(event.connection)
      if (record) record.connection.events[event.index] = event.event
    } else if (event.kind === 'status') {
      const record = writable(event.connection)
      if (!record) continue
      const { phase, ends, client, server, traffic, merged } = event
      Object.assign(record, { phase, ends })
      Object.assign(record.connection, { client, server, traffic, merged })
    }
  }
  return next ?? records
}
