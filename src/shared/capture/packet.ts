import { concat, internetChecksum } from './bytes'
import { decodeIp, encodeIp, PROTOCOL_TCP, pseudoHeader, type IpHeader } from './ip'
import { decodeTcp, encodeTcp, setTcpChecksum, type TcpHeader } from './tcp'

/** One IP packet with a TCP segment in it: the form that the wire, opened captures and exports share. */
export interface TcpPacket {
  readonly ip: IpHeader
  readonly tcp: TcpHeader
  /** The data as far as it is there. */
  readonly payload: Uint8Array
  /** Bytes of data the segment really has: more than `payload` where the capture cut it off. */
  readonly length: number
}

export interface DecodedPacket extends TcpPacket {
  readonly checksum: number
  /** Bytes of the segment are missing: the capture's snap length, or a cut-off packet. */
  readonly truncated: boolean
  /**
   * Longer than any IP packet says it may be, so that its length field is 0: what offload gave a capture before it was
   * cut (RFC 2675's jumbograms look the same).
   */
  readonly superSegment: boolean
  /** Whether every TCP option could be read. */
  readonly optionsWhole: boolean
}

/** What the bytes are: a TCP segment, another protocol (or a later fragment), or nothing that IP allows. */
export type Decoded =
  | { readonly kind: 'tcp'; readonly packet: DecodedPacket }
  | { readonly kind: 'other'; readonly protocol: number; readonly destination: Uint8Array }
  | { readonly kind: 'malformed'; readonly what: 'ip' | 'tcp' }

/**
 * Reads an IP packet. Never throws, whatever the bytes are; bytes behind the end of the packet (Ethernet's padding) are
 * left out.
 *
 * @param bytes - from the IP header on, as far as captured
 * @param originalLength - bytes the packet had on the wire
 */
export function decodePacket(bytes: Uint8Array, originalLength: number = bytes.length): Decoded {
  const ip = decodeIp(bytes)
  if (ip === null) return { kind: 'malformed', what: 'ip' }
  const { header, headerLength } = ip
  if (header.protocol !== PROTOCOL_TCP || ip.fragment)
    return { kind: 'other', protocol: header.protocol, destination: header.destination }
  const onWire = ip.payloadLength ?? Math.max(0, Math.max(originalLength, bytes.length) - headerLength)
  const segment = bytes.subarray(headerLength, headerLength + onWire)
  const tcp = decodeTcp(segment)
  if (tcp === null || tcp.headerLength > onWire) return { kind: 'malformed', what: 'tcp' }
  const packet: DecodedPacket = {
    ip: header,
    tcp: tcp.header,
    payload: segment.subarray(tcp.headerLength),
    length: onWire - tcp.headerLength,
    checksum: tcp.checksum,
    truncated: segment.length < onWire,
    superSegment: ip.payloadLength === null,
    optionsWhole: tcp.optionsWhole,
  }
  return { kind: 'tcp', packet }
}

/**
 * Writes a packet with right checksums; data that `length` counts and `payload` lacks is summed as zeros and not written.
 *
 * @throws RangeError where the TCP options do not fit a header
 */
export function encodePacket({ ip, tcp, payload, length }: TcpPacket): Uint8Array {
  const header = encodeTcp(tcp)
  const segmentLength = header.length + length
  setTcpChecksum(header, internetChecksum(pseudoHeader(ip, segmentLength), header, payload))
  return concat([encodeIp(ip, segmentLength), header, payload])
}

/** Whether the TCP checksum of a whole packet is right, as a receiver finds out; null where bytes that it covers are missing. */
export function checksumHolds(bytes: Uint8Array): boolean | null {
  const decoded = decodePacket(bytes)
  const ip = decodeIp(bytes)
  if (ip === null || decoded.kind !== 'tcp' || decoded.packet.truncated) return null
  const length = ip.payloadLength ?? bytes.length - ip.headerLength
  const segment = bytes.subarray(ip.headerLength, ip.headerLength + length)
  return internetChecksum(pseudoHeader(ip.header, length), segment) === 0
}
