import { LARGEST_PACKET, type Format, type OnPacket, type Progress } from './format'

/** The magic number as it reads in network order, with the byte order of the file and what it counts time in. */
const MAGICS: ReadonlyMap<number, { readonly littleEndian: boolean; readonly ticksPerSecond: number }> = new Map([
  [0xa1b2c3d4, { littleEndian: false, ticksPerSecond: 1e6 }],
  [0xd4c3b2a1, { littleEndian: true, ticksPerSecond: 1e6 }],
  [0xa1b23c4d, { littleEndian: false, ticksPerSecond: 1e9 }],
  [0x4d3cb2a1, { littleEndian: true, ticksPerSecond: 1e9 }],
])

const FILE_HEADER = 24
const RECORD_HEADER = 16
const MAJOR_VERSION = 2
/** libpcap's own limit, MAXIMUM_SNAPLEN: a record that keeps more than this, and more than the file's own, is damaged. */
const LARGEST_KEPT = 262_144

interface Header {
  readonly littleEndian: boolean
  readonly ticksPerSecond: number
  readonly linkType: number
  /** Bytes that a record keeps at the most. */
  readonly limit: number
}

/** @param magic - the first four bytes of the file, in network order */
export const isPcap = (magic: number): boolean => MAGICS.has(magic)

/** The classic format of libpcap, draft-ietf-opsawg-pcap. */
export class Pcap implements Format {
  private header: Header | null = null
  private first: { readonly seconds: number; readonly ticks: number } | null = null

  constructor(private readonly onPacket: OnPacket) {}

  get origin(): number | null {
    if (this.first === null || this.header === null) return null
    return this.first.seconds * 1000 + (this.first.ticks / this.header.ticksPerSecond) * 1000
  }

  read(bytes: Uint8Array, offset: number): Progress {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let at = 0
    if (this.header === null) {
      if (bytes.length < FILE_HEADER) return { read: 0, fault: null }
      const order = MAGICS.get(view.getUint32(0))
      if (order === undefined) return { read: 0, fault: 'capture-not-one' }
      if (view.getUint16(4, order.littleEndian) !== MAJOR_VERSION) return { read: 0, fault: 'capture-version' }
      this.header = {
        ...order,
        limit: Math.min(LARGEST_PACKET, Math.max(LARGEST_KEPT, view.getUint32(16, order.littleEndian))),
        // The field's upper bits tell of a frame check sequence, which stands behind the packet.
        linkType: view.getUint32(20, order.littleEndian) & 0xffff,
      }
      at = FILE_HEADER
    }
    const { littleEndian, ticksPerSecond, linkType, limit } = this.header
    while (at + RECORD_HEADER <= bytes.length) {
      const seconds = view.getUint32(at, littleEndian)
      const ticks = view.getUint32(at + 4, littleEndian)
      const kept = view.getUint32(at + 8, littleEndian)
      const originalLength = view.getUint32(at + 12, littleEndian)
      if (kept > limit || originalLength > LARGEST_PACKET) return { read: at, fault: 'capture-damaged' }
      const begin = at + RECORD_HEADER
      if (begin + kept > bytes.length) break
      this.first ??= { seconds, ticks }
      this.onPacket({
        t: (seconds - this.first.seconds) * 1000 + ((ticks - this.first.ticks) / ticksPerSecond) * 1000,
        linkType,
        bytes: bytes.subarray(begin, begin + kept),
        originalLength: Math.max(kept, originalLength),
        offset: offset + begin,
        network: 0,
        comment: null,
      })
      at = begin + kept
    }
    return { read: at, fault: null }
  }
}
