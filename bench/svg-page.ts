import { renderSvg } from '@shared/diagram'
import type { Trace, TraceSegment } from '@shared/trace/schema'

/** A conversation of `count` segments: a handshake, then data and its acknowledgements in turns. */
export function conversation(count: number): Trace {
  const segments = Array.from({ length: count }, (_, i): TraceSegment => {
    const client = i % 2 === 0
    const sent = Math.floor(i / 2) * 100
    const len = client && i > 1 ? 100 : 0
    const relSeq = client ? sent : 1
    return {
      n: i + 1,
      t: i * 0.5,
      arrives: i * 0.5 + 0.02,
      from: client ? 'client' : 'server',
      flags: i === 0 ? ['SYN'] : i === 1 ? ['SYN', 'ACK'] : len > 0 ? ['PSH', 'ACK'] : ['ACK'],
      seq: relSeq,
      ack: i === 0 ? null : client ? 1 : sent,
      relSeq,
      relAck: i === 0 ? null : client ? 1 : sent,
      len,
      window: 64,
      provenance: 'inferred',
    }
  })
  const end = { address: '127.0.0.1', port: 3000 }
  return {
    version: 1,
    mode: 'live',
    scenario: null,
    connections: [
      {
        id: 'c1',
        client: { ...end, port: 50_000 },
        server: end,
        observes: ['client', 'server'],
        allowHalfOpen: { client: false, server: false },
        events: [],
        segments,
        states: [
          { t: 0, side: 'client', state: 'SYN-SENT', provenance: 'inferred' },
          { t: 0, side: 'server', state: 'LISTEN', provenance: 'inferred' },
        ],
        notes: [],
      },
    ],
  }
}

export const draw = (trace: Trace): string => renderSvg(trace, { language: 'en', theme: 'light', seq: 'relative' })
