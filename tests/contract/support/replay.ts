import type { LabClient } from '@shared/protocol/client'
import type { ConnectionRecord, Snapshot } from '@shared/protocol/commands'
import type { EventBatch } from '@shared/protocol/events'

/** Follows the lab as a page does: listens first, asks for a snapshot, then adds every later batch to it. */
export class Replay {
  readonly batches: EventBatch[] = []
  readonly #off: () => void
  #snapshot: Snapshot | null = null

  constructor(private readonly client: LabClient) {
    this.#off = client.onBatch((batch) => this.batches.push(batch))
  }

  async begin(): Promise<this> {
    const answer = await this.client.call('snapshot', {})
    if (!answer.ok) throw new Error(answer.error.message)
    this.#snapshot = answer.value
    return this
  }

  end(): void {
    this.#off()
  }

  /** The numbers of the batches after the snapshot. */
  get sequences(): number[] {
    const from = this.#snapshot?.sequence ?? 0
    return this.batches.map(({ sequence }) => sequence).filter((sequence) => sequence > from)
  }

  /** Snapshot and batches put together. */
  get connections(): ConnectionRecord[] {
    const records = new Map((this.#snapshot?.connections ?? []).map((record) => [record.connection.id, record]))
    const from = this.#snapshot?.sequence ?? 0
    const later = this.batches.filter(({ sequence }) => sequence > from).flatMap(({ events }) => events)
    for (const event of later) {
      if (event.kind === 'connection') records.set(event.record.connection.id, event.record)
      if (event.kind === 'removed') records.delete(event.connection)
      if (event.kind !== 'event' && event.kind !== 'status') continue
      const record = records.get(event.connection)
      if (!record) throw new Error(`an ${event.kind} of a connection nobody told of`)
      records.set(event.connection, event.kind === 'event' ? withEvent(record, event) : withStatus(record, event))
    }
    return [...records.values()]
  }
}

type Told<K> = Extract<EventBatch['events'][number], { kind: K }>

function withEvent(record: ConnectionRecord, { index, event }: Told<'event'>): ConnectionRecord {
  const { connection } = record
  if (index > connection.events.length) throw new Error(`event ${index} came before ${connection.events.length}`)
  const events = [...connection.events.slice(0, index), event, ...connection.events.slice(index + 1)]
  return { ...record, connection: { ...connection, events } }
}

function withStatus(record: ConnectionRecord, status: Told<'status'>): ConnectionRecord {
  const { phase, ends, client, server, traffic, merged } = status
  return { ...record, phase, ends, connection: { ...record.connection, client, server, traffic, merged } }
}
