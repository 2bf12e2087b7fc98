import { describe, expect, it } from 'vitest'
import { ipHeader } from '@shared/capture/from-segment'
import type { TcpOption } from '@shared/capture/options'
import { decodePacket, encodePacket, type DecodedPacket } from '@shared/capture/packet'
import { CapturedSegments } from '@shared/capture/to-segment'
import { ACK, FIN, RST, SYN } from '@shared/trace/flags'
import type { Side } from '@shared/trace/names'
import type { TraceSegment } from '@shared/trace/schema'

function packet(flags: number, seq: number, ack = 0, length = 0, options: readonly TcpOption[] = []): DecodedPacket {
  const tcp = {
    sourcePort: 1,
    destinationPort: 2,
    seq,
    ack,
    flags,
    reserved: 0,
    window: 100,
    urgentPointer: 0,
    options,
  }
  const bytes = encodePacket({
    ip: ipHeader(4, Uint8Array.of(192, 0, 2, 1), Uint8Array.of(192, 0, 2, 2), 1),
    tcp,
    payload: new Uint8Array(length),
    length,
  })
  const decoded = decodePacket(bytes)
  if (decoded.kind !== 'tcp') throw new Error(decoded.kind)
  return decoded.packet
}

describe('CapturedSegments', () => {
  const opened = (): { add: (from: Side, given: DecodedPacket, stray?: boolean) => TraceSegment } => {
    const captured = new CapturedSegments()
    return { add: (from, given, stray = false) => captured.add({ t: 0, from, packet: given, stray }) }
  }
  const scale = (shift: number): TcpOption => ({ kind: 'window-scale', shift })

  it('counts from the true ISNs across the wrap, and scales windows once both sides have offered to', () => {
    const { add } = opened()
    const syn = add('client', packet(SYN, 0xffff_ffff, 0, 0, [scale(7)]))
    const synAck = add('server', packet(SYN | ACK, 500, 0, 0, [scale(3)]))
    const data = add('client', packet(ACK, 0, 501, 10))
    expect([syn.relSeq, synAck.relSeq, synAck.relAck]).toEqual([0, 0, 1])
    expect([data.relSeq, data.relAck, data.len]).toEqual([1, 1, 10])
    expect([syn.windowBytes, data.windowBytes]).toEqual([100, 12_800])
    expect(syn.provenance).toBe('captured')
  })

  it('does not scale where one side has not offered to', () => {
    const { add } = opened()
    add('client', packet(SYN, 1, 0, 0, [scale(7)]))
    add('server', packet(SYN | ACK, 1, 2))
    expect(add('client', packet(ACK, 2, 2)).windowBytes).toBe(100)
  })

  it('marks what was sent again, and only that: SYN, data, FIN, but no bare ACK', () => {
    const { add } = opened()
    const again = (flags: number, seq: number, length = 0): boolean | undefined =>
      add('client', packet(flags, seq, 1, length)).retransmission
    expect([again(SYN, 0), again(SYN, 0)]).toEqual([undefined, true])
    expect([again(ACK, 1, 10), again(ACK, 11), again(ACK, 1, 10)]).toEqual([undefined, undefined, true])
    expect([again(FIN | ACK, 11), again(FIN | ACK, 11)]).toEqual([undefined, true])
  })

  it('learns nothing from a stray or a forged segment', () => {
    const { add } = opened()
    add('client', packet(SYN, 1000))
    const stray = add('client', packet(SYN, 900), true)
    expect(stray.relSeq).toBe(-100)
    expect(add('client', packet(ACK, 1001, 1, 5)).retransmission).toBeUndefined()
  })

  it('leaves the numbers of a reset that refuses as they are: there is no ISN', () => {
    const { add } = opened()
    add('client', packet(SYN, 77))
    expect(add('server', packet(RST | ACK, 0, 78))).toMatchObject({ relSeq: 0, relAck: 1 })
  })

  it('names every option', () => {
    const { add } = opened()
    const list: readonly TcpOption[] = [
      { kind: 'sack', blocks: [[5, 9]] },
      { kind: 'timestamps', value: 3, echo: 4 },
      { kind: 'unknown', code: 254, data: new Uint8Array(2) },
    ]
    expect(add('client', packet(ACK, 1, 1, 0, list)).options).toEqual({
      sack: [[5, 9]],
      timestamps: { value: 3, echo: 4 },
      unknown: [254],
    })
  })
})
