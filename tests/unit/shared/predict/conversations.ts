import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Flag, Side } from '@shared/trace/names'
import type { Connection } from '@shared/trace/schema'

const folder = fileURLToPath(new URL('../../../fixtures/reference-captures/', import.meta.url))
const ISN = { client: 1_730_905_118, server: 4_294_967_290 }

interface Captured {
  readonly t: number
  readonly from: Side
  readonly flags: Flag[]
  readonly relSeq: number
  readonly relAck: number | null
  readonly len: number
  readonly window: number
}

/** Whether a run of the scenario was recorded. */
export const isCaptured = (id: string): boolean => existsSync(`${folder}${id}.json`)

/** What real sockets did, as a connection: the wire's own segments, with initial numbers near the wrap. */
export function captured(id: string): Connection {
  const file = JSON.parse(readFileSync(`${folder}${id}.json`, 'utf8')) as {
    typical: { segments: Captured[]; events: Connection['events'] }
  }
  // The capture's clock starts with the first segment, the program's with its first call: the server is told of the
  // connection just after the third segment.
  const told = file.typical.events.find((event) => event.name === 'connection')?.t ?? 0
  const offset = Math.max(0, told - (file.typical.segments[2]?.t ?? told))
  const segments = file.typical.segments.map((segment, index) => {
    const other: Side = segment.from === 'client' ? 'server' : 'client'
    return {
      ...segment,
      t: segment.t + offset,
      n: index + 1,
      arrives: segment.t + offset + 0.01,
      seq: (segment.relSeq + ISN[segment.from]) >>> 0,
      ack: segment.relAck === null ? null : (segment.relAck + ISN[other]) >>> 0,
      provenance: 'captured' as const,
    }
  })
  return {
    id,
    client: null,
    server: null,
    observes: ['client', 'server'],
    allowHalfOpen: { client: false, server: false },
    isn: ISN,
    events: file.typical.events.map((event) => ({ ...event, provenance: 'observed' as const })),
    segments,
    states: [],
    notes: [],
  }
}

export const CAPTURES: readonly Connection[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => captured(name.replace('.json', '')))
