import { describe, expect, it } from 'vitest'
import { WHAT_IF } from '@shared/scenario/catalogue/what-if'
import { openCapture, readConnections } from '@shared/capture/read/open'
import { toPcapng } from '@shared/capture/pcapng'
import { simulate } from '@shared/tcp/simulate'
import type { Trace } from '@shared/trace/schema'
import { recorded, trace as traceOf } from '../diagram/conversations'
import { joined, pcapFile } from './capture-files'

function played(id: string): Trace {
  const entry = WHAT_IF.find(({ scenario }) => scenario.id === id)
  if (entry === undefined) throw new Error(`no scenario ${id}`)
  const trace = simulate(entry.scenario)
  if (!trace.ok) throw new Error(trace.error.message)
  return trace.value
}

const opened = (trace: Trace): ReturnType<typeof openCapture> => openCapture([toPcapng(trace)])

describe('openCapture', () => {
  it.each([
    ['normal-close', { opening: 'handshake', ending: 'closed', resetBy: null, retransmissions: 0 }],
    ['simultaneous-open', { opening: 'simultaneous', retransmissions: 0 }],
    ['lost-syn', { opening: 'handshake', retransmissions: 1 }],
    ['half-open-data', { opening: 'handshake', ending: 'reset', resetBy: 'client' }],
  ])('tells how the connection of %s opens and ends', async (id, told) => {
    const { overview, fault } = await opened(played(id))
    expect(fault).toBeNull()
    expect(overview.connections).toMatchObject([told])
  })

  it('counts each byte once, and knows the client by its SYN', async () => {
    const trace = traceOf([recorded('request-response-client-end')])
    const { overview } = await opened(trace)
    expect(overview.connections).toMatchObject([
      {
        client: trace.connections[0]?.client,
        server: trace.connections[0]?.server,
        rolesKnown: true,
        bytes: { client: 35, server: 43 },
        packets: 10,
      },
    ])
  })

  it('tells connections apart that use the same two ports one after another', async () => {
    const one = recorded('request-response-client-end')
    const later = {
      ...one,
      segments: one.segments.map((segment) => ({ ...segment, t: segment.t + 1000, seq: (segment.seq + 99_999) >>> 0 })),
    }
    const { overview, chosen } = await opened(traceOf([one, later]))
    expect(overview.connections.map(({ packets }) => packets)).toEqual([10, 10])
    const again = await readConnections([toPcapng(traceOf([one, later]))], chosen.slice(1))
    expect(again.connections.map(({ segments }) => segments.length)).toEqual([10])
  })

  it('takes a packet that two interfaces saw for one', async () => {
    const { overview } = await openCapture([joined(toPcapng(played('normal-close')), toPcapng(played('normal-close')))])
    expect(overview.connections).toMatchObject([{ retransmissions: 0, copies: 7, packets: 14 }])
  })

  it('says which packets hold no segment', async () => {
    const arp = { time: 0n, bytes: Uint8Array.of(...new Array<number>(12).fill(1), 8, 6, 0, 1) }
    const file = pcapFile({ littleEndian: true, nanoseconds: true, linkType: 1 }, [arp, arp])
    expect((await openCapture([file])).overview).toEqual({ connections: [], packets: 2, passedOver: { 'not-ip': 2 } })
  })
})

describe('readConnections', () => {
  it('claims no bytes for a window whose scale was agreed before the capture began', async () => {
    const trace = traceOf([recorded('request-response-client-end')])
    const cut = { ...trace, connections: trace.connections.map((one) => ({ ...one, segments: one.segments.slice(3) })) }
    const read = async (given: Trace): Promise<(number | undefined)[]> => {
      const file = toPcapng(given)
      const { connections } = await readConnections([file], (await openCapture([file])).chosen)
      return connections.flatMap(({ segments }) => segments.map(({ windowBytes }) => windowBytes))
    }
    expect(await read(cut)).toEqual(cut.connections.flatMap(({ segments }) => segments.map(() => undefined)))
    expect((await read(trace)).every((bytes) => bytes !== undefined)).toBe(true)
  })

  it.each(WHAT_IF.map(({ scenario }) => scenario.id))('gives back the segments of %s, as captured', async (id) => {
    const trace = played(id)
    const file = toPcapng(trace)
    const { chosen } = await openCapture([file])
    const { connections } = await readConnections([file], chosen)
    const numbers = (given: Trace['connections']): unknown[] =>
      given
        .flatMap(({ segments }) => segments)
        .map(({ flags, seq, ack, len, window }) => ({ flags, seq, ack, len, window }))
    expect(numbers(connections)).toEqual(expect.arrayContaining(numbers(trace.connections)))
    expect(connections.flatMap(({ segments }) => segments).every(({ provenance }) => provenance === 'captured')).toBe(
      true,
    )
  })
})
