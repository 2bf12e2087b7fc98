import { concat, internetChecksum } from './bytes'

/** The fields of an IP header that do not follow from the rest: RFC 791 §3.1 and RFC 8200 §3. Addresses in network order. */
export type IpHeader = Ipv4Header | Ipv6Header

export interface Ipv4Header {
  readonly version: 4
  readonly source: Uint8Array
  readonly destination: Uint8Array
  readonly protocol: number
  readonly typeOfService: number
  readonly id: number
  /** The three bits: 2 is "don't fragment", 1 "more fragments". */
  readonly flags: number
  /** In units of 8 bytes. */
  readonly fragmentOffset: number
  readonly timeToLive: number
  /** As they stand, a multiple of 4 bytes. */
  readonly options: Uint8Array
}

export interface Ipv6Header {
  readonly version: 6
  readonly source: Uint8Array
  readonly destination: Uint8Array
  /** What the last of the extension headers, or this header, says comes next. */
  readonly protocol: number
  readonly trafficClass: number
  readonly flowLabel: number
  readonly hopLimit: number
  /** The first header after this one, and the extension headers as they stand; empty where there are none. */
  readonly nextHeader: number
  readonly extensions: Uint8Array
}

export interface DecodedIp {
  readonly header: IpHeader
  /** Bytes of the header with its options or extension headers. */
  readonly headerLength: number
  /** Bytes that follow it, as its length field says; null where the field is 0 (a segment too long for it). */
  readonly payloadLength: number | null
  /** Not the first fragment of a datagram: what follows is no transport header. */
  readonly fragment: boolean
}

export const PROTOCOL_TCP = 6
const IPV4_HEADER = 20
const IPV6_HEADER = 40
const FRAGMENT = 44
/** RFC 8200 §4: hop-by-hop options, routing, destination options; each says its own length. */
const EXTENSIONS: ReadonlySet<number> = new Set([0, 43, 60])
const LARGEST_LENGTH = 0xffff

/** Reads an IPv4 or IPv6 header from the beginning of `bytes`; null where there is none, or only a part of one. */
export function decodeIp(bytes: Uint8Array): DecodedIp | null {
  const version = (bytes[0] ?? 0) >> 4
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (version === 4 && bytes.length >= IPV4_HEADER) return decodeIpv4(bytes, view)
  return version === 6 && bytes.length >= IPV6_HEADER ? decodeIpv6(bytes, view) : null
}

function decodeIpv4(bytes: Uint8Array, view: DataView): DecodedIp | null {
  const headerLength = (view.getUint8(0) & 15) * 4
  const total = view.getUint16(2)
  if (headerLength < IPV4_HEADER || headerLength > bytes.length || (total !== 0 && total < headerLength)) return null
  const fragmentWord = view.getUint16(6)
  const header: Ipv4Header = {
    version: 4,
    source: bytes.slice(12, 16),
    destination: bytes.slice(16, 20),
    protocol: view.getUint8(9),
    typeOfService: view.getUint8(1),
    id: view.getUint16(4),
    flags: fragmentWord >> 13,
    fragmentOffset: fragmentWord & 0x1fff,
    timeToLive: view.getUint8(8),
    options: bytes.slice(IPV4_HEADER, headerLength),
  }
  const payloadLength = total === 0 ? null : total - headerLength
  return { header, headerLength, payloadLength, fragment: header.fragmentOffset > 0 }
}

function decodeIpv6(bytes: Uint8Array, view: DataView): DecodedIp | null {
  const nextHeader = view.getUint8(6)
  let [protocol, at, fragment] = [nextHeader, IPV6_HEADER, false]
  while (EXTENSIONS.has(protocol) || protocol === FRAGMENT) {
    if (at + 8 > bytes.length) return null
    const length = protocol === FRAGMENT ? 8 : 8 + view.getUint8(at + 1) * 8
    fragment ||= protocol === FRAGMENT && view.getUint16(at + 2) >> 3 > 0
    protocol = view.getUint8(at)
    at += length
  }
  const length = view.getUint16(4)
  const extensions = at - IPV6_HEADER
  if (at > bytes.length || (length !== 0 && length < extensions)) return null
  const first = view.getUint32(0)
  const header: Ipv6Header = {
    version: 6,
    source: bytes.slice(8, 24),
    destination: bytes.slice(24, 40),
    protocol,
    trafficClass: (first >> 20) & 255,
    flowLabel: first & 0xfffff,
    hopLimit: view.getUint8(7),
    nextHeader,
    extensions: bytes.slice(IPV6_HEADER, at),
  }
  return { header, headerLength: at, payloadLength: length === 0 ? null : length - extensions, fragment }
}

/** A length that no 16-bit field holds is written as 0, as captures of offloaded segments have it. */
const field = (length: number): number => (length > LARGEST_LENGTH ? 0 : length)

/** An IP header as bytes, with its checksum where it has one. @param payloadLength - bytes that follow it */
export function encodeIp(header: IpHeader, payloadLength: number): Uint8Array {
  return header.version === 4 ? encodeIpv4(header, payloadLength) : encodeIpv6(header, payloadLength)
}

function encodeIpv4(header: Ipv4Header, payloadLength: number): Uint8Array {
  const bytes = new Uint8Array(IPV4_HEADER + header.options.length)
  const view = new DataView(bytes.buffer)
  bytes[0] = 0x40 | (bytes.length / 4)
  bytes[1] = header.typeOfService
  view.setUint16(2, field(bytes.length + payloadLength))
  view.setUint16(4, header.id)
  view.setUint16(6, (header.flags << 13) | header.fragmentOffset)
  bytes[8] = header.timeToLive
  bytes[9] = header.protocol
  bytes.set(header.source, 12)
  bytes.set(header.destination, 16)
  bytes.set(header.options, IPV4_HEADER)
  view.setUint16(10, internetChecksum(bytes))
  return bytes
}

function encodeIpv6(header: Ipv6Header, payloadLength: number): Uint8Array {
  const bytes = new Uint8Array(IPV6_HEADER)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, ((6 << 28) | (header.trafficClass << 20) | header.flowLabel) >>> 0)
  view.setUint16(4, field(header.extensions.length + payloadLength))
  bytes[6] = header.nextHeader
  bytes[7] = header.hopLimit
  bytes.set(header.source, 8)
  bytes.set(header.destination, 24)
  return concat([bytes, header.extensions])
}

/** RFC 9293 §3.1: addresses, zero, protocol, TCP length; the IPv6 form of RFC 8200 §8.1 sums to the same. */
export function pseudoHeader(ip: Pick<IpHeader, 'source' | 'destination'>, length: number): Uint8Array {
  const tail = new Uint8Array(8)
  const view = new DataView(tail.buffer)
  view.setUint32(0, length)
  view.setUint32(4, PROTOCOL_TCP)
  return concat([ip.source, ip.destination, tail])
}
