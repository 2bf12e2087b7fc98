import { otherSide, type Flag, type Side } from '../trace/names'
import type { Connection, TraceSegment } from '../trace/schema'
import { addressBytes, versionOf, type IpVersion } from './address'
import { concat, internetChecksum } from './bytes'

/** Bits of the flags in byte 13 of the TCP header, RFC 9293 §3.1. */
const FLAG_BITS: Readonly<Record<Flag, number>> = { FIN: 1, SYN: 2, RST: 4, PSH: 8, ACK: 16, URG: 32 }
/** An end that the trace knows nothing of still needs a port: the first dynamic one, and the lab's usual one. */
const STAND_IN_PORT: Readonly<Record<Side, number>> = { client: 49152, server: 3000 }
const PROTOCOL_TCP = 6
const HOP_LIMIT = 64
const DONT_FRAGMENT = 0x40
const LARGEST_LENGTH = 0xffff

export interface Packet {
  /** From the IP header on; payload cut at the snap length. */
  readonly bytes: Uint8Array
  /** Length on the wire, with all of the payload. */
  readonly originalLength: number
}

/** Kind, length, value of the options a SYN carries, padded with no-operations (RFC 9293 §3.2, RFC 7323 §2.2). */
function optionBytes({ options }: TraceSegment): readonly number[] {
  const bytes: number[] = []
  if (options?.mss !== undefined) bytes.push(2, 4, (options.mss >> 8) & 255, options.mss & 255)
  if (options?.windowScale !== undefined) bytes.push(1, 3, 3, options.windowScale & 255)
  return bytes
}

function tcpHeader(segment: TraceSegment, ports: Readonly<Record<Side, number>>): Uint8Array {
  const options = optionBytes(segment)
  const header = new Uint8Array(20 + options.length)
  const view = new DataView(header.buffer)
  view.setUint16(0, ports[segment.from])
  view.setUint16(2, ports[otherSide(segment.from)])
  view.setUint32(4, segment.seq)
  view.setUint32(8, segment.ack ?? 0)
  header[12] = (header.length / 4) << 4
  header[13] = segment.flags.reduce((bits, flag) => bits | FLAG_BITS[flag], 0)
  view.setUint16(14, segment.window)
  header.set(options, 20)
  return header
}

/** RFC 9293 §3.1: addresses, zero, protocol, TCP length; the IPv6 form of RFC 8200 §8.1 sums to the same. */
function pseudoHeader(from: Uint8Array, to: Uint8Array, length: number): Uint8Array {
  const tail = new Uint8Array(8)
  const view = new DataView(tail.buffer)
  view.setUint32(0, length)
  view.setUint32(4, PROTOCOL_TCP)
  return concat([from, to, tail])
}

/** A length that no 16-bit field holds is written as 0, as captures of offloaded segments have it. */
const field = (length: number): number => (length > LARGEST_LENGTH ? 0 : length)

function ipHeader(version: IpVersion, from: Uint8Array, to: Uint8Array, length: number, id: number): Uint8Array {
  const header = new Uint8Array(version === 4 ? 20 : 40)
  const view = new DataView(header.buffer)
  if (version === 6) {
    header[0] = 0x60
    view.setUint16(4, field(length))
    header[6] = PROTOCOL_TCP
    header[7] = HOP_LIMIT
    header.set(from, 8)
    header.set(to, 24)
    return header
  }
  header[0] = 0x45
  view.setUint16(2, field(header.length + length))
  view.setUint16(4, id & 0xffff)
  header[6] = DONT_FRAGMENT
  header[8] = HOP_LIMIT
  header[9] = PROTOCOL_TCP
  header.set(from, 12)
  header.set(to, 16)
  view.setUint16(10, internetChecksum(header))
  return header
}

/**
 * A segment as an IP packet with right checksums.
 *
 * @param payload - the first bytes of the data, as far as they are known; the rest counts as zeros
 * @param kept - how many bytes of data to write at most
 */
export function packet(connection: Connection, segment: TraceSegment, payload: Uint8Array, kept: number): Packet {
  const version = versionOf([connection.client, connection.server])
  const from = addressBytes(connection[segment.from], version)
  const to = addressBytes(connection[otherSide(segment.from)], version)
  const port = (side: Side): number => connection[side]?.port || STAND_IN_PORT[side]
  const tcp = tcpHeader(segment, { client: port('client'), server: port('server') })
  const length = tcp.length + segment.len
  const known = payload.subarray(0, segment.len)
  // Zeros add nothing to the sum, so the data that is not known or not written needs no bytes here.
  const checksum = internetChecksum(pseudoHeader(from, to, length), tcp, known)
  new DataView(tcp.buffer).setUint16(16, checksum)
  const data = new Uint8Array(Math.min(segment.len, kept))
  data.set(known.subarray(0, data.length))
  const ip = ipHeader(version, from, to, length, segment.n)
  return { bytes: concat([ip, tcp, data]), originalLength: ip.length + length }
}
