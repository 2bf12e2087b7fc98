import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IpHeader } from '@shared/capture/ip'
import { encodeOptions, decodeOptions, type TcpOption } from '@shared/capture/options'
import { checksumHolds, decodePacket, encodePacket, type DecodedPacket, type TcpPacket } from '@shared/capture/packet'

const u8 = fc.nat(0xff)
const u16 = fc.nat(0xffff)
const u32 = fc.integer({ min: 0, max: 0xffff_ffff })
const bytes = (least: number, most = least): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: least, maxLength: most })
const words = (most: number): fc.Arbitrary<Uint8Array> => fc.nat(most).chain((count) => bytes(count * 4))

const option: fc.Arbitrary<TcpOption> = fc.oneof(
  fc.constant<TcpOption>({ kind: 'nop' }),
  u16.map((value): TcpOption => ({ kind: 'mss', value })),
  u8.map((shift): TcpOption => ({ kind: 'window-scale', shift })),
  fc.constant<TcpOption>({ kind: 'sack-permitted' }),
  fc.array(fc.tuple(u32, u32), { minLength: 1, maxLength: 4 }).map((blocks): TcpOption => ({ kind: 'sack', blocks })),
  fc.tuple(u32, u32).map(([value, echo]): TcpOption => ({ kind: 'timestamps', value, echo })),
  fc
    .tuple(fc.integer({ min: 9, max: 255 }), bytes(0, 12))
    .map(([code, data]): TcpOption => ({ kind: 'unknown', code, data })),
)

/** As many of them as a header has room for. */
const options = fc.array(option, { maxLength: 8 }).map((list) => {
  const fitting: TcpOption[] = []
  for (const each of list) if (fits([...fitting, each])) fitting.push(each)
  return fitting
})

function fits(list: readonly TcpOption[]): boolean {
  try {
    encodeOptions(list)
    return true
  } catch {
    return false
  }
}

const ipv4: fc.Arbitrary<IpHeader> = fc.record({
  version: fc.constant<4>(4),
  source: bytes(4),
  destination: bytes(4),
  protocol: fc.constant(6),
  typeOfService: u8,
  id: u16,
  flags: fc.nat(7),
  fragmentOffset: fc.constant(0),
  timeToLive: u8,
  options: words(10),
})

/** Either no extension header, or one of destination options. */
const ipv6: fc.Arbitrary<IpHeader> = fc
  .record({
    source: bytes(16),
    destination: bytes(16),
    trafficClass: u8,
    flowLabel: fc.nat(0xfffff),
    hopLimit: u8,
    extended: fc.boolean(),
  })
  .map(({ extended, ...rest }): IpHeader => ({
    version: 6,
    ...rest,
    protocol: 6,
    nextHeader: extended ? 60 : 6,
    extensions: extended ? Uint8Array.of(6, 0, 1, 4, 0, 0, 0, 0) : new Uint8Array(0),
  }))

const packet: fc.Arbitrary<TcpPacket> = fc
  .record({
    ip: fc.oneof(ipv4, ipv6),
    tcp: fc.record({
      sourcePort: u16,
      destinationPort: u16,
      seq: u32,
      ack: u32,
      flags: fc.nat(0x1ff),
      reserved: fc.nat(7),
      window: u16,
      urgentPointer: u16,
      options,
    }),
    payload: bytes(0, 60),
  })
  .map((made) => ({ ...made, length: made.payload.length }))

function decoded(given: Uint8Array, originalLength?: number): DecodedPacket {
  const result = decodePacket(given, originalLength)
  if (result.kind !== 'tcp') throw new Error(`decoded as ${result.kind}`)
  return result.packet
}

describe('decodePacket and encodePacket', () => {
  it('are each other’s inverse for any header, option and data, IPv4 and IPv6', () => {
    fc.assert(
      fc.property(packet, (given) => {
        const { ip, tcp, payload, length, truncated, superSegment } = decoded(encodePacket(given))
        expect({ ip, tcp, payload, length }).toEqual(given)
        expect([truncated, superSegment]).toEqual([false, false])
      }),
      { numRuns: 300 },
    )
  })

  it('give back the very bytes of a packet that was decoded', () => {
    fc.assert(
      fc.property(packet, (given) => {
        const once = encodePacket(given)
        expect(encodePacket(decoded(once))).toEqual(once)
        expect(checksumHolds(once)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('notice one flipped bit by the checksum', () => {
    fc.assert(
      fc.property(packet, fc.nat(), (given, place) => {
        const flipped = encodePacket({ ...given, tcp: { ...given.tcp, options: [] } })
        const at = flipped.length - given.length - 20 + (place % 8)
        flipped[at] = (flipped[at] ?? 0) ^ 1
        expect(checksumHolds(flipped)).toBe(false)
      }),
      { numRuns: 50 },
    )
  })

  it('never throw on random bytes, nor on a packet cut anywhere', () => {
    fc.assert(
      fc.property(bytes(0, 120), u16, (given, originalLength) => {
        decodePacket(given, originalLength)
        checksumHolds(given)
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(packet, fc.nat(), (given, cut) => {
        const whole = encodePacket(given)
        const result = decodePacket(whole.subarray(0, cut % whole.length), whole.length)
        if (result.kind !== 'tcp') return
        expect(result.packet.length).toBe(given.length)
        expect(result.packet.truncated).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('say the true length of a segment that a snap length cut, and have no opinion on its checksum', () => {
    fc.assert(
      fc.property(packet, (given) => {
        const whole = encodePacket(given)
        fc.pre(given.length > 0)
        const cut = whole.subarray(0, whole.length - 1)
        expect(decoded(cut, whole.length)).toMatchObject({ length: given.length, truncated: true })
        expect(checksumHolds(cut)).toBeNull()
      }),
      { numRuns: 50 },
    )
  })

  it('take the length of a super-segment, whose own field is 0, from the capture', () => {
    fc.assert(
      fc.property(packet, fc.integer({ min: 65_536, max: 300_000 }), (given, length) => {
        const written = encodePacket({ ...given, length })
        const headers = written.length - given.payload.length
        const read = decoded(written, headers + length)
        expect(read).toMatchObject({ length, superSegment: true, truncated: true })
      }),
      { numRuns: 50 },
    )
  })

  it('leave out Ethernet’s padding behind a short packet', () => {
    fc.assert(
      fc.property(packet, bytes(1, 20), (given, padding) => {
        const whole = encodePacket(given)
        expect(decoded(Uint8Array.from([...whole, ...padding])).payload).toEqual(given.payload)
      }),
      { numRuns: 50 },
    )
  })

  it('tell other protocols, later fragments and nonsense apart from TCP', () => {
    const [given] = fc.sample(fc.record({ ip: ipv4, rest: packet }), { numRuns: 1, seed: 1 })
    if (given === undefined) throw new Error('no sample')
    const ip = { ...given.ip, options: new Uint8Array(0) }
    const encoded = encodePacket({ ...given.rest, ip })
    const udp = encoded.slice()
    udp[9] = 17
    expect(decodePacket(udp)).toMatchObject({ kind: 'other', protocol: 17 })
    const fragment = encoded.slice()
    fragment[7] = 1
    expect(decodePacket(fragment).kind).toBe('other')
    expect(decodePacket(Uint8Array.of(0x45, 0))).toEqual({ kind: 'malformed', what: 'ip' })
    expect(decodePacket(encoded.subarray(0, 30))).toEqual({ kind: 'malformed', what: 'tcp' })
    expect(decodePacket(Uint8Array.of(0x20, ...encoded.subarray(1)))).toEqual({ kind: 'malformed', what: 'ip' })
  })
})

describe('decodeOptions', () => {
  it('reads what a Linux SYN carries', () => {
    const syn = [2, 4, 5, 0xb4, 4, 2, 8, 10, 0, 0, 0, 9, 0, 0, 0, 0, 1, 3, 3, 7]
    expect(decodeOptions(Uint8Array.from(syn))).toEqual({
      whole: true,
      options: [
        { kind: 'mss', value: 1460 },
        { kind: 'sack-permitted' },
        { kind: 'timestamps', value: 9, echo: 0 },
        { kind: 'nop' },
        { kind: 'window-scale', shift: 7 },
      ],
    })
  })

  it('keeps what came before an option that claims too much or too little', () => {
    for (const bad of [[2, 40, 5, 0xb4], [2, 0], [2, 1], [2]]) {
      expect(decodeOptions(Uint8Array.from([1, ...bad]))).toEqual({ whole: false, options: [{ kind: 'nop' }] })
    }
  })

  it('keeps an option of a known kind but another length as unknown', () => {
    expect(decodeOptions(Uint8Array.of(2, 3, 7)).options).toEqual([
      { kind: 'unknown', code: 2, data: Uint8Array.of(7) },
    ])
  })
})
