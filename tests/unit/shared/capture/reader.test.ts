import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPcapng } from '@shared/capture/pcapng'
import type { CapturedPacket, CaptureFault } from '@shared/capture/read/format'
import { CaptureReader } from '@shared/capture/read/reader'
import { recorded, trace } from '../diagram/conversations'
import {
  block,
  joined,
  networkBlock,
  packetBlock,
  pcapFile,
  pcapngFile,
  section,
  type Form,
  type Given,
} from './capture-files'

interface Outcome {
  readonly packets: readonly CapturedPacket[]
  readonly fault: CaptureFault | null
}

/** Reads a file in pieces of the lengths given; what is left over comes as one last piece. */
function read(file: Uint8Array, lengths: readonly number[] = []): Outcome {
  const packets: CapturedPacket[] = []
  const reader = new CaptureReader((packet) => packets.push({ ...packet, bytes: packet.bytes.slice() }))
  let at = 0
  for (const length of [...lengths, file.length]) {
    reader.push(file.slice(at, at + length))
    at = Math.min(file.length, at + length)
  }
  return { packets, fault: reader.end() }
}

const BASE = 1_790_000_000_123_456_789n
const forms: readonly Form[] = [true, false].flatMap((littleEndian) =>
  [true, false].map((nanoseconds) => ({ littleEndian, nanoseconds, linkType: 101 })),
)
const FORM: Form = { littleEndian: true, nanoseconds: true, linkType: 101 }
const given: readonly Given[] = [
  { time: BASE, bytes: Uint8Array.of(0x45, 1, 2) },
  { time: BASE + 1_000n, bytes: Uint8Array.of(0x45, 3, 4, 5, 6) },
  { time: BASE + 3_600_000_000_000n, bytes: new Uint8Array(0) },
]
const anyPackets = fc.array(
  fc.record({
    time: fc.bigInt({ min: BASE, max: BASE + 10_000_000_000n }),
    bytes: fc.uint8Array({ maxLength: 40 }),
  }),
  { maxLength: 12 },
)
const anyFile = fc
  .tuple(fc.constantFrom(...forms), fc.constantFrom(pcapFile, pcapngFile), anyPackets)
  .map(([form, write, packets]) => write(form, packets))

describe('CaptureReader', () => {
  it.each(forms.flatMap((form) => [pcapFile, pcapngFile].map((write) => ({ form, write, name: write.name }))))(
    'reads $name with $form',
    ({ form, write }) => {
      const { packets, fault } = read(write(form, given))
      expect(fault).toBeNull()
      expect(packets.map(({ bytes }) => bytes)).toEqual(given.map(({ bytes }) => bytes))
      expect(packets.map(({ linkType }) => linkType)).toEqual([101, 101, 101])
      const times = packets.map(({ t }) => t)
      expect(times[0]).toBe(0)
      expect(times[1]).toBeCloseTo(0.001, form.nanoseconds ? 9 : 3)
      expect(times[2]).toBeCloseTo(3_600_000, 3)
    },
  )

  it('reads the file that the app itself writes, comments and all', () => {
    const { packets, fault } = read(toPcapng(trace([recorded('request-response-client-end')])))
    expect(fault).toBeNull()
    expect(packets).toHaveLength(10)
    expect(packets.every(({ comment }) => comment?.includes('inferred by model') === true)).toBe(true)
  })

  it('keeps the length on the wire of a packet that the capture cut', () => {
    const cut = [{ time: BASE, bytes: Uint8Array.of(1, 2, 3), originalLength: 1514 }]
    expect(read(pcapFile(FORM, cut)).packets[0]).toMatchObject({ originalLength: 1514 })
  })

  it('says where in the file the bytes of a packet stand', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        for (const { bytes, offset } of read(file).packets) {
          expect(file.slice(offset, offset + bytes.length)).toEqual(bytes)
        }
      }),
    )
  })

  it('gives the same packets however the file is cut into pieces', () => {
    fc.assert(
      fc.property(anyFile, fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 30 }), (file, lengths) => {
        expect(read(file, lengths)).toEqual(read(file))
      }),
    )
  })

  it('hands over everything before the place at which a file ends too early, and names that place', () => {
    fc.assert(
      fc.property(anyFile, fc.nat(), (file, n) => {
        const length = n % file.length
        const whole = read(file).packets
        const { packets, fault } = read(file.slice(0, length))
        expect(packets).toEqual(whole.slice(0, packets.length))
        if (fault === null) return
        expect(fault.code).toBe(length === 0 ? 'capture-empty' : length < 4 ? 'capture-not-one' : 'capture-cut-off')
        expect(fault.offset).toBeLessThanOrEqual(length)
        expect(packets.every(({ offset, bytes }) => offset + bytes.length <= fault.offset)).toBe(true)
      }),
    )
  })

  it('never throws, whatever the bytes are', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.oneof(anyFile, fc.uint8Array({ maxLength: 200 })), flips, (file, changes) => {
        const mutated = file.slice()
        for (const [at, value] of changes) if (mutated.length > 0) mutated[at % mutated.length] = value
        const { fault } = read(mutated)
        if (fault !== null) expect(fault.offset).toBeLessThanOrEqual(mutated.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses what is no capture, an empty file and a version of later', () => {
    expect(read(new TextEncoder().encode('GET / HTTP/1.1')).fault).toEqual({ code: 'capture-not-one', offset: 0 })
    expect(read(new Uint8Array(0)).fault).toEqual({ code: 'capture-empty', offset: 0 })
    expect(read(section(true, 2)).fault).toEqual({ code: 'capture-version', offset: 0 })
  })

  it('stops at a record whose length no interface has, and keeps what came before', () => {
    const file = pcapFile(FORM, given)
    const second = 24 + 16 + 3
    new DataView(file.buffer).setUint32(second + 8, 0x7fff_ffff, true)
    const { packets, fault } = read(file)
    expect(packets).toHaveLength(1)
    expect(fault).toEqual({ code: 'capture-damaged', offset: second })
  })

  it('follows sections in either byte order, each with interfaces of its own', () => {
    const data = Uint8Array.of(0x45)
    const file = joined(
      section(true),
      networkBlock(true, 1, 9),
      networkBlock(true, 101),
      packetBlock(true, 0, BASE, data, 'first'),
      packetBlock(true, 1, BASE / 1000n + 1000n, data),
      section(false),
      networkBlock(false, 113, 0x80 | 10),
      packetBlock(false, 0, (BASE / 1_000_000_000n + 10n) * 1024n, data),
    )
    const { packets, fault } = read(file)
    expect(fault).toBeNull()
    expect(packets.map(({ linkType, network }) => [linkType, network])).toEqual([
      [1, 0],
      [101, 1],
      [113, 2],
    ])
    expect(packets[0]?.comment).toBe('first')
    expect(packets[1]?.t).toBeCloseTo(1, 2)
    expect(packets[2]?.t).toBeCloseTo(10_000 - 123.456789, 2)
  })

  it('passes over blocks it does not know, and reads simple packets', () => {
    const simple = block(true, 3, Uint8Array.of(5, 0, 0, 0, 1, 2, 3, 4, 5))
    const file = joined(section(true), networkBlock(true, 101, undefined, 4), block(true, 4, new Uint8Array(9)), simple)
    const { packets, fault } = read(file)
    expect(fault).toBeNull()
    expect(packets).toMatchObject([{ bytes: Uint8Array.of(1, 2, 3, 4), originalLength: 5 }])
  })
})
