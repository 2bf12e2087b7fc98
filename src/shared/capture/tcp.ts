import { decodeOptions, encodeOptions, type TcpOption } from './options'

/** The fields of a TCP header, RFC 9293 §3.1, as they stand in it. Data offset and checksum follow from the rest. */
export interface TcpHeader {
  readonly sourcePort: number
  readonly destinationPort: number
  readonly seq: number
  /** The field; it means something where ACK is set. */
  readonly ack: number
  /** The control bits from FIN (1) to CWR (128), and RFC 7560's AE (256); see shared/tcp/flags.ts. */
  readonly flags: number
  /** The three bits that are still reserved; 0 in every segment of today. */
  readonly reserved: number
  readonly window: number
  readonly urgentPointer: number
  readonly options: readonly TcpOption[]
}

export interface DecodedTcp {
  readonly header: TcpHeader
  readonly checksum: number
  /** Bytes that the header takes, with its options. */
  readonly headerLength: number
  /** Whether every option could be read. */
  readonly optionsWhole: boolean
}

export const TCP_HEADER = 20
const CHECKSUM_AT = 16

/**
 * Reads a TCP header from the beginning of `bytes`; null where they are too few or the data offset is impossible. Options
 * that were cut off by a capture's snap length count as not whole.
 */
export function decodeTcp(bytes: Uint8Array): DecodedTcp | null {
  if (bytes.length < TCP_HEADER) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const words = view.getUint16(12)
  const headerLength = (words >> 12) * 4
  if (headerLength < TCP_HEADER) return null
  const { options, whole } = decodeOptions(bytes.subarray(TCP_HEADER, headerLength))
  const header: TcpHeader = {
    sourcePort: view.getUint16(0),
    destinationPort: view.getUint16(2),
    seq: view.getUint32(4),
    ack: view.getUint32(8),
    flags: words & 0x1ff,
    reserved: (words >> 9) & 7,
    window: view.getUint16(14),
    urgentPointer: view.getUint16(18),
    options,
  }
  const optionsWhole = whole && bytes.length >= headerLength
  return { header, checksum: view.getUint16(CHECKSUM_AT), headerLength, optionsWhole }
}

/**
 * A TCP header as bytes, its checksum still 0: `encodePacket` fills it in, because it covers the addresses.
 *
 * @throws RangeError where the options do not fit
 */
export function encodeTcp(header: TcpHeader): Uint8Array {
  const options = encodeOptions(header.options)
  const bytes = new Uint8Array(TCP_HEADER + options.length)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, header.sourcePort)
  view.setUint16(2, header.destinationPort)
  view.setUint32(4, header.seq)
  view.setUint32(8, header.ack)
  view.setUint16(12, ((bytes.length / 4) << 12) | ((header.reserved & 7) << 9) | (header.flags & 0x1ff))
  view.setUint16(14, header.window)
  view.setUint16(18, header.urgentPointer)
  bytes.set(options, TCP_HEADER)
  return bytes
}

/** Writes the checksum into the bytes of a TCP header. */
export function setTcpChecksum(header: Uint8Array, checksum: number): void {
  new DataView(header.buffer, header.byteOffset).setUint16(CHECKSUM_AT, checksum)
}
