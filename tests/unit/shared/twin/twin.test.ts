import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { twin, twinTrace } from '@shared/tcp/twin'
import type { Connection, TraceEvent } from '@shared/trace/schema'
import { connectionOf, loadCaptures } from './support/fidelity'
import { recorded } from './support/recorded'
import { spoken } from './support/spoken'

const captures = loadCaptures(fileURLToPath(new URL('../../../fixtures/reference-captures', import.meta.url)))
const captured = (id: string): Connection => {
  const capture = captures.find(({ scenario }) => scenario.id === id)
  if (!capture) throw new Error(`no capture ${id}`)
  return connectionOf(capture)
}

const at = (
  t: number,
  side: 'client' | 'server',
  name: TraceEvent['name'],
  detail?: TraceEvent['detail'],
): TraceEvent => ({
  t,
  side,
  name,
  provenance: 'observed',
  ...(detail ? { detail } : {}),
})

const OPEN = [at(0, 'client', 'call:connect'), at(2, 'server', 'connection'), at(2.4, 'client', 'connect')]
const finalStates = ({ states }: Connection): readonly string[] =>
  (['client', 'server'] as const).map((side) => states.findLast((state) => state.side === side)?.state ?? '')

describe('request, response, orderly close', () => {
  const inferred = twin(captured('request-response-client-end'))

  it('gives the ten segments with the numbers of the wire', () => {
    expect(spoken(inferred)).toEqual([
      'client SYN 0',
      'server SYN,ACK 0/1',
      'client ACK 1/1',
      'client PSH,ACK 1/1 35 bytes',
      'server ACK 1/36',
      'server PSH,ACK 1/36 43 bytes',
      'client ACK 36/44',
      'client FIN,ACK 36/44',
      'server FIN,ACK 44/37',
      'client ACK 37/45',
    ])
  })

  it('leaves the side that closed first in TIME-WAIT', () => {
    expect(finalStates(inferred)).toEqual(['TIME-WAIT', 'CLOSED'])
  })

  it('announces the windows that Linux announces', () => {
    expect(inferred.segments.slice(0, 4).map(({ window }) => window)).toEqual([65495, 65483, 64, 64])
  })

  it('counts absolute numbers from the ISNs, across the wrap', () => {
    const wrapping = twin({ ...captured('request-response-client-end'), isn: { client: 0xffff_fff0, server: 7 } })
    expect(wrapping.segments.map(({ seq }) => seq)).toEqual([
      0xffff_fff0, 7, 0xffff_fff1, 0xffff_fff1, 8, 8, 20, 20, 51, 21,
    ])
    expect(wrapping.segments.map(({ relSeq }) => relSeq)).toEqual(inferred.segments.map(({ relSeq }) => relSeq))
  })

  it('names the events behind each segment', () => {
    const { segments, events } = inferred
    const names = segments.map(({ evidence = [] }) => evidence.map((index) => events[index]?.name))
    expect(names[3]).toEqual(['call:write', 'data'])
    expect(names[7]).toEqual(['finish', 'end'])
  })

  it('explains every segment', () => {
    for (const { why, ack } of inferred.segments) {
      expect(why?.sent.code).toBeTruthy()
      expect(why?.ack === null).toBe(ack === null)
    }
  })
})

describe('a refused connection', () => {
  const inferred = twin(captured('connection-refused'))

  it('is a SYN and a reset whose own number is 0', () => {
    expect(inferred.segments.map(({ flags }) => flags.join())).toEqual(['SYN', 'RST,ACK'])
    expect(inferred.segments[1]?.seq).toBe(0)
    expect(finalStates(inferred)).toEqual(['CLOSED', 'CLOSED'])
  })
})

describe('the server before the SYN', () => {
  const server = (events: readonly TraceEvent[]): readonly unknown[] =>
    twin(recorded([...events]))
      .states.filter(({ side }) => side === 'server')
      .slice(0, 2)
      .map(({ t, state, transition, event }) => [t, state, transition, event])

  it('goes from CLOSED to LISTEN by the call that the record tells of', () => {
    const listened: readonly TraceEvent[] = [
      { ...at(0, 'server', 'call:listen'), target: 'server' },
      { ...at(1, 'server', 'listening'), target: 'server' },
      ...OPEN.map((event) => ({ ...event, t: event.t + 2 })),
    ]
    expect(server(listened)).toEqual([
      [0, 'CLOSED', null, undefined],
      [0, 'LISTEN', 'closed-passive-open', 0],
    ])
  })

  it('is in LISTEN already where the record begins later', () => {
    expect(server(OPEN)[0]).toEqual([0, 'LISTEN', null, undefined])
  })
})

describe('a connection that is still growing', () => {
  it('shows only the SYN until something shows an answer', () => {
    const inferred = twin(recorded([at(0, 'client', 'call:connect')]))
    expect(spoken(inferred)).toEqual(['client SYN 0'])
    expect(inferred.segments[0]?.arrives).toBeNull()
    expect(finalStates(inferred)).toEqual(['SYN-SENT', 'LISTEN'])
  })

  it('shows the handshake as soon as one end tells of it', () => {
    expect(finalStates(twin(recorded(OPEN.slice(0, 2))))).toEqual(['ESTABLISHED', 'ESTABLISHED'])
  })

  it('never takes back what it drew while events are added', () => {
    const whole = captured('request-response-client-end')
    let drawn = 0
    for (let count = 0; count <= whole.events.length; count += 1) {
      const { segments } = twin({ ...whole, events: whole.events.slice(0, count) })
      expect(segments.length).toBeGreaterThanOrEqual(drawn)
      drawn = segments.length
    }
  })
})

describe('evidence against the model', () => {
  it("bends to an 'end' that nothing explains", () => {
    const { segments, notes } = twin(recorded([...OPEN, at(50, 'client', 'end')]))
    expect(notes.map(({ kind, reason }) => `${kind} ${reason.code}`)).toContain('bent twin.bent.end')
    expect(segments.some(({ from, flags }) => from === 'server' && flags.includes('FIN'))).toBe(true)
  })

  it('bends to an ECONNRESET out of nowhere', () => {
    const inferred = twin(recorded([...OPEN, at(50, 'client', 'error', { code: 'ECONNRESET' })]))
    expect(inferred.notes.map(({ reason }) => reason.code)).toContain('twin.bent.reset')
    expect(inferred.segments.at(-1)?.flags).toContain('RST')
    expect(finalStates(inferred)[0]).toBe('CLOSED')
  })

  it('opens a connection whose call is missing from the record, and says so', () => {
    const inferred = twin(recorded(OPEN.slice(1)))
    expect(spoken(inferred)).toEqual(['client SYN 0', 'server SYN,ACK 0/1', 'client ACK 1/1'])
    expect(inferred.notes).toContainEqual(
      expect.objectContaining({ kind: 'bent', reason: { code: 'twin.bent.open', source: 'Node net' } }),
    )
  })

  it('bends to bytes that nobody wrote', () => {
    const inferred = twin(recorded([...OPEN, at(50, 'client', 'data', { bytes: 12 })]))
    expect(inferred.notes.map(({ reason }) => reason.code)).toContain('twin.bent.data')
    expect(spoken(inferred)).toContain('server PSH,ACK 1/1 12 bytes')
  })
})

describe('what Node and Linux do by themselves', () => {
  it('acknowledges as one what arrives while a program that was paused reads', () => {
    const inferred = twin(
      recorded([
        ...OPEN,
        at(2.6, 'server', 'call:pause'),
        at(40, 'client', 'call:write', { bytes: 300_000 }),
        at(500, 'server', 'call:resume'),
        at(500.4, 'server', 'data', { bytes: 65_536 }),
        at(500.8, 'server', 'data', { bytes: 65_536 }),
        at(501.2, 'server', 'data', { bytes: 64_485 }),
      ]),
    )
    const late = inferred.segments
      .filter(({ t }) => t > 500)
      .map(({ from, relSeq, relAck, len, window }) => {
        return `${from} ${relSeq}/${relAck} +${len} w${window}`
      })
    expect(late.slice(0, 4)).toEqual([
      'server 1/195558 +0 w93',
      'client 195558/1 +47616 w64',
      'client 243174/1 +47616 w64',
      'server 1/290790 +0 w0',
    ])
  })

  it('sends the first of the writes that waited for the connection alone, the others as one (Node writev)', () => {
    const write = (bytes: number): TraceEvent => at(0.1, 'client', 'call:write', { bytes })
    const noDelay = at(0.1, 'client', 'call:setNoDelay', { noDelay: true })
    const waited = [
      at(0, 'client', 'call:connect'),
      noDelay,
      write(10),
      write(20),
      write(30),
      write(40),
      ...OPEN.slice(1),
    ]
    const sent = twin(recorded(waited)).segments.filter(({ from, len }) => from === 'client' && len > 0)
    expect(sent.map(({ len }) => len)).toEqual([10, 90])
  })

  it('sends nothing of a write after end(): Node answers it with an error', () => {
    const inferred = twin(
      recorded([
        ...OPEN,
        at(40, 'client', 'call:end', { bytes: 20 }),
        at(40.1, 'client', 'call:write', { bytes: 30 }),
        at(40.2, 'client', 'finish'),
      ]),
    )
    expect(spoken(inferred)).toContain('client FIN,ACK 21/1')
  })

  it('probes for a lost tail after some 6 ms without an acknowledgement, with the FIN alone; the answer comes at once', () => {
    const dialogue = [at(20, 'client', 'call:write', { bytes: 5 }), at(20.3, 'server', 'data', { bytes: 5 })]
    const answered = [at(20.4, 'server', 'call:write', { bytes: 5 }), at(20.6, 'client', 'data', { bytes: 5 })]
    const events = [...OPEN, ...dialogue, ...answered, at(90, 'client', 'call:write', { bytes: 7 })]
    const closing = [at(90.1, 'client', 'call:end'), at(90.3, 'client', 'finish')]
    const inferred = twin(recorded([...events, ...closing], { allowHalfOpen: { client: true, server: true } }))
    expect(spoken(inferred).slice(-4)).toEqual([
      'client PSH,ACK 6/6 7 bytes',
      'client FIN,ACK 13/6',
      'client FIN,ACK 13/6',
      'server ACK 6/14',
    ])
    const probe = inferred.segments.at(-2)
    expect(probe).toMatchObject({ retransmission: true, why: { sent: { code: 'twin.sent.loss-probe' } } })
    expect(probe?.t).toBeCloseTo(96.2, 0)
  })

  it('lets an acknowledgement come earlier when bytes were read that had to wait for it (Nagle)', () => {
    const dialogue = [at(20, 'client', 'call:write', { bytes: 5 }), at(20.3, 'server', 'data', { bytes: 5 })]
    const answered = [at(20.4, 'server', 'call:write', { bytes: 5 }), at(20.6, 'client', 'data', { bytes: 5 })]
    const two = [at(90, 'client', 'call:write', { bytes: 7 }), at(90.1, 'client', 'call:write', { bytes: 8 })]
    const read = (t: number): Connection =>
      twin(recorded([...OPEN, ...dialogue, ...answered, ...two, at(t, 'server', 'data', { bytes: 15 })]))
    const tail = ['client PSH,ACK 6/6 7 bytes', 'server ACK 6/13', 'client PSH,ACK 13/6 8 bytes', 'server ACK 6/21']
    expect(spoken(read(131)).slice(-4)).toEqual(tail)
    expect(read(131).notes.map(({ kind }) => kind)).not.toContain('bent')
    expect(spoken(read(110)).slice(-4)).toEqual(tail)
    expect(read(110).notes).toContainEqual(expect.objectContaining({ kind: 'bent', side: 'server' }))
  })
})

describe('a client that is not ours', () => {
  const events = [
    at(5, 'server', 'connection'),
    at(9, 'server', 'data', { bytes: 78 }),
    at(9.2, 'server', 'call:end', { bytes: 120 }),
    at(9.6, 'server', 'finish'),
    at(14, 'server', 'end'),
    at(14.2, 'server', 'close'),
  ]
  const inferred = twin(recorded(events, { observes: ['server'] }))

  it('is inferred from what the server saw', () => {
    expect(spoken(inferred)).toEqual([
      'client SYN 0',
      'server SYN,ACK 0/1',
      'client ACK 1/1',
      'client PSH,ACK 1/1 78 bytes',
      'server ACK 1/79',
      'server PSH,ACK 1/79 120 bytes',
      'client ACK 79/121',
      'server FIN,ACK 121/79',
      'client FIN,ACK 79/122',
      'server ACK 122/80',
    ])
    expect(inferred.notes.filter(({ kind }) => kind === 'bent')).toEqual([])
  })

  it('puts what an event proves before that event', () => {
    const proof = (index: number): number =>
      Math.max(...inferred.segments.filter((it) => it.evidence?.[0] === index).map(({ arrives }) => arrives ?? 0))
    expect(proof(0)).toBeLessThanOrEqual(5)
    expect(inferred.segments[3]?.arrives).toBeLessThan(9)
  })

  it('says what cannot be known', () => {
    expect(inferred.notes.map(({ reason }) => reason.code)).toContain('twin.unknown.foreign')
    const acks = inferred.segments.filter(
      ({ from, len, flags }) => from === 'client' && len === 0 && flags.join() === 'ACK',
    )
    expect(acks.slice(1).every(({ certainty }) => certainty === 'unknown')).toBe(true)
  })
})

describe('the tick of the kernel', () => {
  const halfClose = (gap: number): Connection =>
    twin(
      recorded(
        [
          ...OPEN,
          at(50, 'client', 'call:end'),
          at(50.5, 'client', 'finish'),
          at(50.7, 'server', 'end'),
          at(50.5 + gap, 'server', 'call:end'),
          at(50.5 + gap + 0.05, 'server', 'finish'),
        ],
        { allowHalfOpen: { client: true, server: true } },
      ),
    )

  it('leaves three or four segments open within one tick, and says so', () => {
    for (const gap of [1, 3]) {
      const { segments, notes } = halfClose(gap)
      expect(segments.slice(3).some(({ certainty }) => certainty === 'unknown')).toBe(true)
      expect(notes.some(({ kind }) => kind === 'unknown')).toBe(true)
    }
  })

  it('is certain beyond it', () => {
    const { segments, notes } = halfClose(6)
    expect(segments).toHaveLength(7)
    expect(segments.every(({ certainty }) => certainty === 'certain')).toBe(true)
    expect(notes).toEqual([])
  })
})

describe('a very long transfer', () => {
  it('keeps the record bounded and the numbers right', () => {
    const GIB = 1_073_741_824
    const inferred = twin(
      recorded([
        ...OPEN,
        at(50, 'client', 'call:write', { bytes: GIB, count: 16384 }),
        at(51, 'server', 'data', { bytes: GIB, count: 16384 }),
        at(900, 'client', 'call:end'),
        at(901, 'client', 'finish'),
        at(902, 'server', 'end'),
        at(903, 'server', 'finish'),
      ]),
    )
    expect(inferred.segments.length).toBeLessThan(5100)
    expect(inferred.notes.map(({ kind }) => kind)).toContain('dropped')
    const fin = inferred.segments.find(({ flags }) => flags.includes('FIN'))
    expect(fin?.relSeq).toBe(GIB + 1)
    expect(finalStates(inferred)).toEqual(['TIME-WAIT', 'CLOSED'])
  })

  it('costs in line with the number of events', () => {
    const exchanges = (count: number): Connection => {
      const events = [...OPEN]
      for (let i = 0; i < count; i += 1) {
        events.push(at(10 + i, 'client', 'call:write', { bytes: 10 }), at(10.4 + i, 'server', 'data', { bytes: 10 }))
      }
      return recorded(events)
    }
    const best = (of: Connection): number =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const before = performance.now()
          twin(of)
          return performance.now() - before
        }),
      )
    best(exchanges(500))
    expect(best(exchanges(5000))).toBeLessThan(50 * best(exchanges(500)))
  })
})

describe('words and traces', () => {
  it('leaves a simulated trace alone', () => {
    const trace = { version: 1, mode: 'simulated', scenario: null, connections: [recorded(OPEN)] } as const
    expect(twinTrace({ ...trace, connections: [...trace.connections] }).connections[0]?.segments).toEqual([])
  })
})
