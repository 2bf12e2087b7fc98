import type { CaptureFault, CaptureFaultCode, Format, OnPacket } from './format'
import { isPcap, Pcap } from './pcap'
import { isPcapng, Pcapng } from './pcapng'

/** Both formats begin with four bytes that tell which of them it is. */
const MAGIC_LENGTH = 4
const NOTHING = new Uint8Array(0)

/**
 * Reads a capture file as its bytes come: pcap (draft-ietf-opsawg-pcap; both byte orders, micro- and nanoseconds) and
 * pcapng (draft-ietf-opsawg-pcapng). It keeps no more than one unfinished record, and no input makes it throw.
 */
export class CaptureReader {
  private format: Format | null = null
  private rest: Uint8Array = NOTHING
  private offset = 0
  private fault: CaptureFault | null = null

  /** @param onPacket - is called for each packet, in the order of the file */
  constructor(private readonly onPacket: OnPacket) {}

  /** Milliseconds since 1970 of the first packet, at which `t` is 0; null before there is one. */
  get origin(): number | null {
    return this.format?.origin ?? null
  }

  /**
   * @param piece - the next bytes of the file, of any length
   * @returns the fault at which reading ended; null while all is well
   */
  push(piece: Uint8Array): CaptureFault | null {
    if (this.fault !== null) return this.fault
    const bytes = joined(this.rest, piece)
    if (bytes.length < MAGIC_LENGTH) {
      this.rest = bytes.slice()
      return null
    }
    this.format ??= formatOf(bytes, this.onPacket)
    if (this.format === null) return this.stop('capture-not-one')
    const { read, fault } = this.format.read(bytes, this.offset)
    this.offset += read
    if (fault !== null) return this.stop(fault)
    this.rest = bytes.slice(read)
    return null
  }

  /** Nothing follows. A record that was begun is a fault: the file was cut off there. */
  end(): CaptureFault | null {
    if (this.fault !== null) return this.fault
    if (this.format === null) return this.stop(this.rest.length === 0 ? 'capture-empty' : 'capture-not-one')
    return this.rest.length === 0 ? null : this.stop('capture-cut-off')
  }

  private stop(code: CaptureFaultCode): CaptureFault {
    this.rest = NOTHING
    return (this.fault = { code, offset: this.offset })
  }
}

function formatOf(bytes: Uint8Array, onPacket: OnPacket): Format | null {
  const magic = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  if (isPcap(magic)) return new Pcap(onPacket)
  return isPcapng(magic) ? new Pcapng(onPacket) : null
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}
