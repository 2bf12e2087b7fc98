import type { ConnectionRecord } from '@shared/protocol/commands'
import type { Side } from '@shared/trace/names'
import type { Connection, Trace, TraceEvent, TraceSegment } from '@shared/trace/schema'

const ISN: Readonly<Record<Side, number>> = { client: 4_294_967_290, server: 1000 }

/** `c:SA:0/1+5`: from the client, SYN and ACK, relSeq 0, relAck 1, five bytes. */
function segment(shape: string, index: number): TraceSegment {
  const [, from, letters = '', seq = '0', ack, len = '0'] =
    /^([cs]):([A-Z]+):(\d+)(?:\/(\d+))?(?:\+(\d+))?$/.exec(shape) ?? []
  const side: Side = from === 'c' ? 'client' : 'server'
  const peer: Side = from === 'c' ? 'server' : 'client'
  const names = { S: 'SYN', A: 'ACK', P: 'PSH', F: 'FIN', R: 'RST' } as const
  return {
    n: index + 1,
    t: index * 10,
    arrives: index * 10 + 5,
    from: side,
    flags: [...letters].map((letter) => names[letter as keyof typeof names]),
    seq: (ISN[side] + Number(seq)) >>> 0,
    ack: ack === undefined ? null : (ISN[peer] + Number(ack)) >>> 0,
    relSeq: Number(seq),
    relAck: ack === undefined ? null : Number(ack),
    len: Number(len),
    window: 65_483,
    provenance: 'inferred',
    evidence: [],
  }
}

export const segments = (...shapes: string[]): TraceSegment[] => shapes.map(segment)

export const event = (t: number, side: Side, name: TraceEvent['name'], detail?: TraceEvent['detail']): TraceEvent => ({
  t,
  side,
  name,
  provenance: 'observed',
  ...(detail ? { detail } : {}),
})

export function connection(parts: Partial<Connection> = {}): Connection {
  return {
    id: 'c1',
    client: { address: '127.0.0.1', port: 58_590 },
    server: { address: '127.0.0.1', port: 3000 },
    observes: ['client', 'server'],
    allowHalfOpen: { client: false, server: false },
    isn: ISN,
    events: [],
    segments: [],
    states: [],
    notes: [],
    ...parts,
  }
}

/** An end that is open in both directions, as its socket says. */
export const ABLE = { writable: true, paused: false, closed: false }
export const OVER = { writable: false, paused: false, closed: true }

export function record(parts: Partial<Connection> = {}, more: Partial<ConnectionRecord> = {}): ConnectionRecord {
  return {
    connection: connection(parts),
    phase: 'open',
    startedAt: '2026-03-04T05:06:07.000Z',
    scenario: null,
    ends: { client: ABLE, server: ABLE },
    ...more,
  }
}

/** Request and orderly close, as recorded on a real loopback, with the links that a model leaves. */
export function conversation(): Connection {
  const drawn = segments(
    'c:S:0',
    's:SA:0/1',
    'c:A:1/1',
    'c:PA:1/1+35',
    's:A:1/36',
    's:PA:1/36+43',
    'c:A:36/44',
    'c:FA:36/44',
    's:FA:44/37',
    'c:A:37/45',
  )
  const evidence = [[0], [0], [1, 2], [3], [], [5], [], [7], [8], []]
  return connection({
    events: [
      event(0, 'client', 'call:connect', { host: '127.0.0.1', port: 3000 }),
      event(22, 'server', 'connection', { remoteAddress: '127.0.0.1', remotePort: 58_590 }),
      event(23, 'client', 'connect'),
      event(30, 'client', 'call:write', { bytes: 35 }),
      event(36, 'server', 'data', { bytes: 35, text: 'GET / HTTP/1.1\r\nHost: 127.0.0.1:3000\r\n\r\n' }),
      event(50, 'server', 'call:write', { bytes: 43 }),
      event(56, 'client', 'data', { bytes: 43 }),
      event(70, 'client', 'call:end'),
      event(76, 'server', 'end'),
      event(90, 'client', 'close', { hadError: false }),
    ],
    segments: drawn.map((one, index) => ({ ...one, evidence: evidence[index] ?? [] })),
    states: [
      { t: 0, side: 'client', state: 'SYN-SENT', provenance: 'inferred', transition: 'closed-active-open', event: 0 },
      { t: 5, side: 'server', state: 'SYN-RECEIVED', provenance: 'inferred', transition: 'listen-rcv-syn', segment: 1 },
      {
        t: 15,
        side: 'client',
        state: 'ESTABLISHED',
        provenance: 'inferred',
        transition: 'syn-sent-rcv-syn-ack',
        segment: 2,
      },
    ],
    notes: [{ t: 40, kind: 'unknown', segment: 5, reason: { code: 'test.note', source: 'RFC 9293 §3.8.6.3' } }],
  })
}

export const trace = (parts: Partial<Trace> = {}): Trace => ({
  version: 1,
  mode: 'live',
  scenario: 'request-response-client-end',
  startedAt: '2026-03-04T05:06:07.000Z',
  connections: [conversation()],
  ...parts,
})
