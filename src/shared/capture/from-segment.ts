import { otherSide, type Side } from '../trace/names'
import type { Connection, TraceSegment } from '../trace/schema'
import { flagBits } from '../trace/flags'
import { addressBytes, versionOf, type IpVersion } from './address'
import type { TcpOption } from './options'
import { fromHex } from './hex'
import { decodeIp, PROTOCOL_TCP, type IpHeader } from './ip'
import { encodePacket } from './packet'

/** An end that the trace knows nothing of still needs a port: the first dynamic one, and the lab's usual one. */
const STAND_IN_PORT: Readonly<Record<Side, number>> = { client: 49152, server: 3000 }
const HOP_LIMIT = 64
const DONT_FRAGMENT = 2
const NONE = new Uint8Array(0)

export interface WrittenPacket {
  /** From the IP header on; payload cut at the snap length. */
  readonly bytes: Uint8Array
  /** Length on the wire, with all of the payload. */
  readonly originalLength: number
}

/** In the order in which Linux and the RFCs' examples write them. */
function optionsOf({ options = {} }: TraceSegment): readonly TcpOption[] {
  const list: TcpOption[] = []
  if (options.mss !== undefined) list.push({ kind: 'mss', value: options.mss })
  if (options.sackPermitted === true) list.push({ kind: 'nop' }, { kind: 'nop' }, { kind: 'sack-permitted' })
  if (options.timestamps !== undefined)
    list.push({ kind: 'nop' }, { kind: 'nop' }, { kind: 'timestamps', ...options.timestamps })
  if (options.windowScale !== undefined)
    list.push({ kind: 'nop' }, { kind: 'window-scale', shift: options.windowScale })
  if (options.sack !== undefined)
    list.push({ kind: 'nop' }, { kind: 'nop' }, { kind: 'sack', blocks: options.sack.slice(0, 3) })
  return list
}

export function ipHeader(version: IpVersion, source: Uint8Array, destination: Uint8Array, id: number): IpHeader {
  const ends = { source, destination, protocol: PROTOCOL_TCP }
  return version === 4
    ? {
        version,
        ...ends,
        typeOfService: 0,
        id: id & 0xffff,
        flags: DONT_FRAGMENT,
        fragmentOffset: 0,
        timeToLive: HOP_LIMIT,
        options: NONE,
      }
    : {
        version,
        ...ends,
        trafficClass: 0,
        flowLabel: 0,
        hopLimit: HOP_LIMIT,
        nextHeader: PROTOCOL_TCP,
        extensions: NONE,
      }
}

/** The very bytes that were on the wire; where only the first of them were kept, the header tells how many there were. */
function captured(bytes: Uint8Array): WrittenPacket {
  const ip = decodeIp(bytes)
  const length = ip === null || ip.payloadLength === null ? 0 : ip.headerLength + ip.payloadLength
  return { bytes, originalLength: Math.max(bytes.length, length) }
}

/**
 * A segment as an IP packet: a captured one as its bytes came, any other as it would be with right checksums.
 *
 * @param known - the first bytes of the data, as far as they are known; the rest counts as zeros
 * @param kept - how many bytes of data to write at most
 */
export function packetOf(
  connection: Connection,
  segment: TraceSegment,
  known: Uint8Array,
  kept: number,
): WrittenPacket {
  if (segment.bytes !== undefined) return captured(fromHex(segment.bytes))
  const version = versionOf([connection.client, connection.server])
  const port = (side: Side): number => connection[side]?.port || STAND_IN_PORT[side]
  const to = otherSide(segment.from)
  const written = Math.min(segment.len, kept)
  // The checksum covers what is known, also where less is written.
  const payload = new Uint8Array(Math.max(written, Math.min(known.length, segment.len)))
  payload.set(known.subarray(0, payload.length))
  const whole = encodePacket({
    ip: ipHeader(
      version,
      addressBytes(connection[segment.from], version),
      addressBytes(connection[to], version),
      segment.n,
    ),
    tcp: {
      sourcePort: port(segment.from),
      destinationPort: port(to),
      seq: segment.seq,
      ack: segment.ack ?? 0,
      flags: flagBits(segment.flags),
      reserved: 0,
      window: segment.window,
      urgentPointer: 0,
      options: optionsOf(segment),
    },
    payload,
    length: segment.len,
  })
  const headers = whole.length - payload.length
  return { bytes: whole.subarray(0, headers + written), originalLength: headers + segment.len }
}
