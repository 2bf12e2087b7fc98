import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { internetChecksum } from '@shared/capture/bytes'
import { toPcapng } from '@shared/capture/pcapng'
import type { Trace } from '@shared/trace/schema'
import { connection, event, recorded, segment, trace } from '../diagram/conversations'
import { troubled } from '../diagram/strange'
import { readPcapng, type ReadPacket } from './read-pcapng'

const read = (given: Trace): ReturnType<typeof readPcapng> => readPcapng(toPcapng(given))

/** Sums IP and TCP header again as a receiver does: a right checksum makes the sum vanish. */
function checksumsHold({ bytes, originalLength }: ReadPacket): boolean {
  const v6 = (bytes[0] ?? 0) >> 4 === 6
  const header = v6 ? 40 : 20
  const addresses = v6 ? bytes.slice(8, 40) : bytes.slice(12, 20)
  const pseudo = new Uint8Array(8)
  new DataView(pseudo.buffer).setUint32(0, originalLength - header)
  pseudo[7] = 6
  const ip = v6 ? 0 : internetChecksum(bytes.slice(0, 20))
  return ip === 0 && internetChecksum(addresses, pseudo, bytes.slice(header)) === 0
}

describe('toPcapng', () => {
  it('writes one section, one raw IP interface with nanoseconds, one packet a segment', () => {
    const { linkType, packets, timeResolution } = read(trace([recorded('request-response-client-end')]))
    expect(linkType).toBe(101)
    expect(timeResolution).toBe(9)
    expect(packets).toHaveLength(10)
  })

  it('writes ports, numbers, flags and window of a segment where the header has them', () => {
    const [, second] = read(trace([recorded('request-response-client-end')])).packets
    const view = new DataView(second?.bytes.buffer ?? new ArrayBuffer(0))
    expect([view.getUint16(20), view.getUint16(22)]).toEqual([3000, 58590])
    expect([view.getUint32(24), view.getUint32(28)]).toEqual([2914337022, 1730905119])
    expect(view.getUint8(33)).toBe(0x12)
    expect(view.getUint16(34)).toBe(65483)
  })

  it('writes MSS and window scale of a SYN, on a 32-bit boundary', () => {
    const syn = segment(1, 0, 'c:S:0/-', { options: { mss: 65495, windowScale: 10 } })
    const bytes = read(trace([connection({ segments: [syn] })])).packets[0]?.bytes ?? new Uint8Array()
    expect((bytes[32] ?? 0) >> 4).toBe(7)
    expect([...bytes.slice(40)]).toEqual([2, 4, 0xff, 0xd7, 1, 3, 3, 10])
  })

  it('says of every packet where it comes from', () => {
    const packets = read(trace([recorded('connection-refused'), { ...troubled(), id: 'c2' }])).packets
    for (const { comment } of packets.filter(({ comment: said }) => said.startsWith('c1'))) {
      expect(comment).toContain('inferred by model, not captured')
    }
    const strange = packets.filter(({ comment }) => comment.startsWith('c2')).map(({ comment }) => comment)
    expect(strange).toHaveLength(10)
    for (const comment of strange) expect(comment).toContain('simulated, not captured')
    expect(strange[0]).toContain('lost on the way')
    expect(strange[1]).toContain('retransmission')
  })

  it('dates packets from the start of the run', () => {
    const [first] = read(
      trace([connection({ segments: [segment(1, 1.5, 'c:S:0/-')] })], { startedAt: '2026-01-02T03:04:05.678Z' }),
    ).packets
    expect(first?.time).toBe(1_767_323_045_679_500_000n)
  })

  it('writes previewed data into the segments that carried it and keeps the true length of what it cut', () => {
    const sent = connection({
      events: [
        event(0, 'client', 'call:write', { bytes: 4, text: 'abcd' }),
        event(1, 'client', 'call:write', { bytes: 3000 }),
        event(2, 'client', 'call:end', { bytes: 2, text: 'yz' }),
      ],
      segments: [segment(1, 0, 'c:PA:1/1+3'), segment(2, 1, 'c:PA:4/1+3000'), segment(3, 2, 'c:FPA:3004/1+3')],
    })
    const [one, two, three] = read(trace([sent])).packets
    const text = (packet: ReadPacket | undefined, from = 40, to?: number): string =>
      new TextDecoder().decode(packet?.bytes.slice(from, to))
    expect(text(one)).toBe('abc')
    expect(text(two, 40, 42)).toBe('d\0')
    expect(two?.bytes).toHaveLength(40 + 1024)
    expect(two?.originalLength).toBe(3040)
    expect(text(three)).toBe('\0yz')
  })

  it('speaks IPv6 when an end does, and IPv4 for a mapped address', () => {
    const v6 = { address: '::1', port: 3000 }
    const mapped = { address: '::ffff:127.0.0.1', port: 3000 }
    const syn = [segment(1, 0, 'c:S:0/-')]
    const first = (server: { address: string; port: number }): number =>
      (read(trace([connection({ server, segments: syn })])).packets[0]?.bytes[0] ?? 0) >> 4
    expect(first(v6)).toBe(6)
    expect(first(mapped)).toBe(4)
  })

  it('holds for any segment: right checksums, right lengths', () => {
    const letters = fc.constantFrom('S', 'SA', 'A', 'PA', 'FA', 'R', 'RA', 'FPA')
    const any = fc.record({
      shape: fc.tuple(fc.constantFrom('c', 's'), letters, fc.nat(0xffffff), fc.nat(0xffffff), fc.nat(65_000)),
      text: fc.string({ unit: 'binary', maxLength: 40 }),
      address: fc.oneof(fc.ipV4(), fc.ipV6(), fc.constant('fe80::1%lo'), fc.string({ maxLength: 12 })),
    })
    fc.assert(
      fc.property(any, ({ shape: [who, flags, seq, ack, len], text, address }) => {
        const sent = segment(1, 0, `${who}:${flags}:${seq % 50}/${ack}+${len}`)
        const side = who === 'c' ? 'client' : 'server'
        const packets = read(
          trace([
            connection({
              client: { address, port: 0 },
              events: [event(0, side, 'call:write', { text })],
              segments: [sent],
            }),
          ]),
        ).packets
        expect(packets).toHaveLength(1)
        for (const packet of packets) {
          expect(checksumsHold(packet)).toBe(true)
          expect(packet.bytes.length).toBeLessThanOrEqual(packet.originalLength)
        }
      }),
      { numRuns: 120 },
    )
  })

  it('gives the same bytes for the same trace', () => {
    const given = trace([troubled()])
    expect(toPcapng(given)).toEqual(toPcapng(given))
  })

  it('is a valid file without a single packet', () => {
    expect(read(trace([])).packets).toEqual([])
  })
})
