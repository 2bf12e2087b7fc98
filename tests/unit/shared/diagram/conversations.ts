import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { otherSide, type Flag, type Side, type TcpState } from '@shared/trace/names'
import type { Connection, Trace, TraceEvent, TraceSegment, TraceState } from '@shared/trace/schema'

/** Conversations to draw: written by hand, or taken from what real sockets did. */

const FLAG_LETTERS: Readonly<Record<string, Flag>> = { S: 'SYN', F: 'FIN', R: 'RST', P: 'PSH', A: 'ACK', U: 'URG' }

const ISN = { client: 1_730_905_118, server: 2_914_337_022 } as const

interface SegmentExtras extends Partial<
  Pick<TraceSegment, 'lost' | 'duplicate' | 'retransmission' | 'stale' | 'certainty' | 'why' | 'options' | 'provenance'>
> {
  readonly delay?: number
}

/** A segment in the shorthand of a shape: `c:PA:1/36+43`. */
export function segment(n: number, t: number, shape: string, extras: SegmentExtras = {}): TraceSegment {
  const [, who, letters = '', seq = '0', ack = '-', len = '0'] =
    /^([cs]):([A-Z]+):(-?\d+)\/(-|\d+)(?:\+(\d+))?$/.exec(shape) ?? []
  const from: Side = who === 's' ? 'server' : 'client'
  const relAck = ack === '-' ? null : Number(ack)
  const { delay = 0.02, ...rest } = extras
  return {
    n,
    t,
    arrives: rest.lost === true ? null : t + delay,
    from,
    flags: [...letters].flatMap((letter) => FLAG_LETTERS[letter] ?? []),
    seq: (ISN[from] + Number(seq)) >>> 0,
    ack: relAck === null ? null : (ISN[otherSide(from)] + relAck) >>> 0,
    relSeq: Number(seq),
    relAck,
    len: Number(len),
    window: 64,
    provenance: 'inferred',
    ...rest,
  }
}

export const state = (t: number, side: Side, name: TcpState, cause: Partial<TraceState> = {}): TraceState => ({
  t,
  side,
  state: name,
  provenance: 'inferred',
  ...cause,
})

export const event = (
  t: number,
  side: Side,
  name: TraceEvent['name'],
  detail?: TraceEvent['detail'],
  provenance: TraceEvent['provenance'] = 'observed',
): TraceEvent => ({ t, side, name, provenance, ...(detail === undefined ? {} : { detail }) })

export const connection = (parts: Partial<Connection>): Connection => ({
  id: 'c1',
  client: { address: '127.0.0.1', port: 58590 },
  server: { address: '127.0.0.1', port: 3000 },
  observes: ['client', 'server'],
  allowHalfOpen: { client: false, server: false },
  isn: ISN,
  events: [],
  segments: [],
  states: [],
  notes: [],
  ...parts,
})

export const trace = (connections: readonly Connection[], more: Partial<Trace> = {}): Trace => ({
  version: 1,
  mode: 'live',
  scenario: null,
  connections: [...connections],
  ...more,
})

interface Recorded {
  readonly typical: {
    readonly events: readonly Omit<TraceEvent, 'provenance'>[]
    readonly segments: readonly Omit<TraceSegment, 'n' | 'seq' | 'ack' | 'provenance'>[]
  }
}

/**
 * Wire and program were recorded on clocks that start apart: what the wire's zero is on the program's clock, in ms. The
 * first call that sends something, and what it sent, tell; else a usual value does.
 */
function wireStart({ events, segments }: Recorded['typical']): number {
  const calls = ['call:write', 'call:end', 'call:destroy', 'call:resetAndDestroy']
  const call = events.find((e) => calls.includes(e.name))
  const sent = segments.find((s) => s.len > 0 || s.flags.includes('FIN') || s.flags.includes('RST'))
  return call === undefined || sent === undefined ? 1.9 : call.t + 0.05 - sent.t
}

/** A recorded run as a connection: real events, real segments, and states by the plain rules of RFC 9293 Figure 5. */
export function recorded(name: string): Connection {
  const path = join(import.meta.dirname, '../../../fixtures/reference-captures', `${name}.json`)
  const { typical } = JSON.parse(readFileSync(path, 'utf8')) as Recorded
  const events = typical.events.map((e): TraceEvent => ({ ...e, provenance: 'observed' }))
  const start = wireStart(typical)
  const segments = typical.segments.map((s, i): TraceSegment => ({
    ...s,
    n: i + 1,
    t: s.t + start,
    arrives: s.t + start + 0.005,
    seq: (ISN[s.from] + s.relSeq) >>> 0,
    ack: s.relAck === null ? null : (ISN[otherSide(s.from)] + s.relAck) >>> 0,
    provenance: 'inferred',
  }))
  return connection({ events, segments, states: statesOf(segments) })
}

const SENDING: Readonly<Partial<Record<TcpState, Partial<Record<Flag, TcpState>>>>> = {
  CLOSED: { SYN: 'SYN-SENT' },
  LISTEN: { SYN: 'SYN-RECEIVED' },
  ESTABLISHED: { FIN: 'FIN-WAIT-1', RST: 'CLOSED' },
  'CLOSE-WAIT': { FIN: 'LAST-ACK', RST: 'CLOSED' },
}
const RECEIVING: Readonly<Partial<Record<TcpState, Partial<Record<Flag, TcpState>>>>> = {
  'SYN-SENT': { RST: 'CLOSED', SYN: 'ESTABLISHED' },
  'SYN-RECEIVED': { RST: 'CLOSED', ACK: 'ESTABLISHED' },
  ESTABLISHED: { RST: 'CLOSED', FIN: 'CLOSE-WAIT' },
  'FIN-WAIT-1': { RST: 'CLOSED', FIN: 'TIME-WAIT', ACK: 'FIN-WAIT-2' },
  'FIN-WAIT-2': { RST: 'CLOSED', FIN: 'TIME-WAIT' },
  'LAST-ACK': { ACK: 'CLOSED' },
}

function statesOf(segments: readonly TraceSegment[]): TraceState[] {
  const now: Record<Side, TcpState> = { client: 'CLOSED', server: 'LISTEN' }
  const states = [
    state(0, 'client', 'CLOSED', { transition: null }),
    state(0, 'server', 'LISTEN', { transition: null }),
  ]
  const enter = (side: Side, name: TcpState | undefined, t: number, n: number): void => {
    if (name === undefined) return
    now[side] = name
    states.push(state(t, side, name, { segment: n }))
  }
  for (const { n, t, arrives, from, flags } of segments) {
    const sent = flags.map((flag) => SENDING[now[from]]?.[flag]).find(Boolean)
    enter(from, sent, t, n)
    const to = otherSide(from)
    const order = (['RST', 'SYN', 'FIN', 'ACK'] as const).filter((flag) => flags.includes(flag))
    enter(to, order.map((flag) => RECEIVING[now[to]]?.[flag]).find(Boolean), arrives ?? t, n)
  }
  return states
}

/** A long dialogue: requests and replies that acknowledge each other, with their events. */
export function dialogue(segments: number): Connection {
  const events: TraceEvent[] = []
  const list: TraceSegment[] = []
  const at = { client: 1, server: 1 }
  for (let n = 1; n <= segments; n += 1) {
    const from: Side = n % 2 === 1 ? 'client' : 'server'
    const letter = from === 'client' ? 'c' : 's'
    const t = n * 0.5
    events.push(event(t - 0.01, from, 'call:write', { bytes: 100 }))
    list.push(segment(n, t, `${letter}:PA:${at[from]}/${at[otherSide(from)]}+100`))
    at[from] += 100
    events.push(event(t + 0.1, otherSide(from), 'data', { bytes: 100 }))
  }
  return connection({
    events,
    segments: list,
    states: [state(0, 'client', 'ESTABLISHED'), state(0, 'server', 'ESTABLISHED')],
  })
}
