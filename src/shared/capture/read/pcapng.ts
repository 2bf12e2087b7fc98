import { fromUtf8 } from '../../utf8'
import { LARGEST_PACKET, type CaptureFaultCode, type Format, type OnPacket, type Progress } from './format'

/** draft-ietf-opsawg-pcapng: the block types that hold or describe packets. Every other block is passed over. */
const SECTION_HEADER = 0x0a0d0d0a
const INTERFACE_DESCRIPTION = 1
const PACKET = 2
const SIMPLE_PACKET = 3
const ENHANCED_PACKET = 6

const BYTE_ORDER_MAGIC = 0x1a2b3c4d
const MAJOR_VERSION = 1
/** Type and length before the body, the length again behind it. */
const BLOCK_HEADER = 8
const BLOCK_TRAILER = 4

const OPTION = { end: 0, comment: 1, timeResolution: 9, timeOffset: 14 } as const

/** @param magic - the first four bytes of the file; the section header's type reads alike in both byte orders */
export const isPcapng = (magic: number): boolean => magic === SECTION_HEADER

interface Network {
  readonly number: number
  readonly linkType: number
  readonly snapLength: number
  readonly ticksPerSecond: number
  /** Seconds to add to each time (if_tsoffset). */
  readonly offset: number
  /** Ticks of the first packet, high and low word, and its time on the file's clock: later times are counted from it. */
  first: { readonly high: number; readonly low: number; readonly t: number } | null
}

/** The form that Wireshark writes: sections of blocks, several interfaces, times in a unit of each interface. */
export class Pcapng implements Format {
  private littleEndian = true
  private networks: Network[] = []
  private networkCount = 0
  origin: number | null = null
  private last = 0

  constructor(private readonly onPacket: OnPacket) {}

  read(bytes: Uint8Array, offset: number): Progress {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let at = 0
    while (at + BLOCK_HEADER + BLOCK_TRAILER <= bytes.length) {
      if (view.getUint32(at) === SECTION_HEADER && !this.beginSection(view, at)) {
        return { read: at, fault: 'capture-damaged' }
      }
      const length = view.getUint32(at + 4, this.littleEndian)
      if (length < BLOCK_HEADER + BLOCK_TRAILER || length % 4 !== 0 || length > LARGEST_PACKET) {
        return { read: at, fault: 'capture-damaged' }
      }
      if (at + length > bytes.length) break
      if (view.getUint32(at + length - BLOCK_TRAILER, this.littleEndian) !== length) {
        return { read: at, fault: 'capture-damaged' }
      }
      const fault = this.block(new Block(bytes, view, at, length, this.littleEndian), offset + at)
      if (fault !== null) return { read: at, fault }
      at += length
    }
    return { read: at, fault: null }
  }

  /** Takes over the byte order; the interfaces of the section before it are known no more. */
  private beginSection(view: DataView, at: number): boolean {
    const magic = view.getUint32(at + BLOCK_HEADER)
    const swapped = view.getUint32(at + BLOCK_HEADER, true)
    if (magic !== BYTE_ORDER_MAGIC && swapped !== BYTE_ORDER_MAGIC) return false
    this.littleEndian = swapped === BYTE_ORDER_MAGIC
    this.networks = []
    return true
  }

  private block(block: Block, offset: number): CaptureFaultCode | null {
    switch (block.type) {
      case SECTION_HEADER:
        if (block.size < 16) return 'capture-damaged'
        return block.uint16(4) === MAJOR_VERSION ? null : 'capture-version'
      case INTERFACE_DESCRIPTION:
        if (block.size < 8) return 'capture-damaged'
        this.networks.push(networkOf(block, this.networkCount++))
        return null
      case ENHANCED_PACKET:
        return block.size < 20 ? 'capture-damaged' : this.packet(block, offset, block.uint32(0))
      case PACKET:
        return block.size < 20 ? 'capture-damaged' : this.packet(block, offset, block.uint16(0))
      case SIMPLE_PACKET:
        return block.size < 4 ? 'capture-damaged' : this.simplePacket(block, offset)
      default:
        return null
    }
  }

  private packet(block: Block, offset: number, id: number): CaptureFaultCode | null {
    const network = this.networks[id]
    const [kept, originalLength] = [block.uint32(12), block.uint32(16)]
    if (network === undefined || kept > block.size - 20) return 'capture-damaged'
    this.last = this.timeOf(network, block.uint32(4), block.uint32(8))
    this.onPacket({
      t: this.last,
      linkType: network.linkType,
      bytes: block.bytes(20, kept),
      originalLength: Math.max(kept, originalLength),
      offset: offset + BLOCK_HEADER + 20,
      network: network.number,
      comment: block.comment(20 + Math.ceil(kept / 4) * 4),
    })
    return null
  }

  /** A packet without a time: it is given that of the packet before it. */
  private simplePacket(block: Block, offset: number): CaptureFaultCode | null {
    const [network] = this.networks
    if (network === undefined) return 'capture-damaged'
    const originalLength = block.uint32(0)
    const limit = network.snapLength === 0 ? originalLength : Math.min(originalLength, network.snapLength)
    const kept = Math.min(limit, block.size - 4)
    this.onPacket({
      t: this.last,
      linkType: network.linkType,
      bytes: block.bytes(4, kept),
      originalLength: Math.max(kept, originalLength),
      offset: offset + BLOCK_HEADER + 4,
      network: network.number,
      comment: null,
    })
    return null
  }

  /**
   * A 64-bit count of nanoseconds does not fit into a number; the difference to the interface's first packet does, exactly.
   */
  private timeOf(network: Network, high: number, low: number): number {
    const milliseconds = (ticks: number): number => (ticks / network.ticksPerSecond) * 1000
    if (network.first === null) {
      const since1970 = milliseconds(high * 2 ** 32 + low) + network.offset * 1000
      this.origin ??= since1970
      network.first = { high, low, t: since1970 - this.origin }
    }
    const { first } = network
    return first.t + milliseconds((high - first.high) * 2 ** 32 + (low - first.low))
  }
}

function networkOf(block: Block, number: number): Network {
  const resolution = block.option(8, OPTION.timeResolution)?.[0] ?? 6
  const power = resolution & 0x7f
  const offset = block.option(8, OPTION.timeOffset)
  return {
    number,
    linkType: block.uint16(0),
    snapLength: block.uint32(4),
    ticksPerSecond: (resolution & 0x80) === 0 ? 10 ** power : 2 ** power,
    offset: offset === null || offset.length < 8 ? 0 : block.seconds(offset),
    first: null,
  }
}

/** The body of one block, read in the byte order of its section. Offsets count from the body's first byte. */
class Block {
  readonly type: number
  readonly size: number
  private readonly begin: number

  constructor(
    private readonly file: Uint8Array,
    private readonly view: DataView,
    at: number,
    length: number,
    private readonly littleEndian: boolean,
  ) {
    this.type = view.getUint32(at, littleEndian)
    this.begin = at + BLOCK_HEADER
    this.size = length - BLOCK_HEADER - BLOCK_TRAILER
  }

  uint16(at: number): number {
    return this.view.getUint16(this.begin + at, this.littleEndian)
  }

  uint32(at: number): number {
    return this.view.getUint32(this.begin + at, this.littleEndian)
  }

  bytes(at: number, length: number): Uint8Array {
    return this.file.subarray(this.begin + at, this.begin + at + length)
  }

  /** A signed 64-bit count of seconds, as near as a number comes. */
  seconds(option: Uint8Array): number {
    return Number(new DataView(option.buffer, option.byteOffset).getBigInt64(0, this.littleEndian))
  }

  /** The first comment behind the fixed part; null where there is none. */
  comment(at: number): string | null {
    const value = at + 4 <= this.size ? this.option(at, OPTION.comment) : null
    return value === null ? null : fromUtf8(value)
  }

  /** @param at - where the options begin. A list that is broken ends there: options only describe. */
  option(at: number, wanted: number): Uint8Array | null {
    let next = at
    while (next + 4 <= this.size) {
      const [code, length] = [this.uint16(next), this.uint16(next + 2)]
      if (code === OPTION.end || next + 4 + length > this.size) return null
      if (code === wanted) return this.bytes(next + 4, length)
      next += 4 + Math.ceil(length / 4) * 4
    }
    return null
  }
}
