import type { ConnectionPhase, ConnectionRecord } from '@shared/protocol/commands'
import type { Connection, Trace } from '@shared/trace/schema'
import type { Records } from './records'

/** A connection that can be shown, wherever it comes from. */
export interface Entry {
  readonly key: string
  /** `live`: real sockets of this lab. `simulated`: the virtual network. `opened`: a file. */
  readonly origin: 'live' | 'simulated' | 'opened'
  readonly connection: Connection
  /** What the program is doing; a trace that is not live is over. */
  readonly phase: ConnectionPhase
  /** ISO 8601; null where the trace does not say. */
  readonly startedAt: string | null
  readonly scenario: string | null
  /** Taken from the puzzle to be studied; it is none of the lab's own connections. */
  readonly studied: boolean
  /** The whole trace, for one that is not live. */
  readonly trace: Trace | null
}

const cache = new WeakMap<ConnectionRecord, Entry>()

/** What the entry of a connection that is studied is called; the lab's own are called by their id. */
export const studiedKey = (id: string): string => `studied-${id}`

export function entriesOfRecords(records: Records, studied = false): Entry[] {
  return [...records.values()].map((record) => {
    const known = cache.get(record)
    if (known) return known
    const { connection, phase, startedAt, scenario } = record
    const entry: Entry = {
      key: studied ? studiedKey(connection.id) : connection.id,
      origin: 'live',
      connection,
      phase,
      startedAt,
      scenario,
      studied,
      trace: null,
    }
    cache.set(record, entry)
    return entry
  })
}

export function entriesOfTrace(key: string, trace: Trace, opened: boolean): Entry[] {
  return trace.connections.map((connection) => ({
    key: `${key}:${connection.id}`,
    origin: opened ? 'opened' : 'simulated',
    connection,
    phase: 'closed',
    startedAt: trace.startedAt ?? null,
    scenario: trace.scenario,
    studied: false,
    trace,
  }))
}
