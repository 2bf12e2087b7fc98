import type { Provenance } from '../trace/names'
import type { Connection, Trace, TraceSegment } from '../trace/schema'
import { utf8 } from '../utf8'
import { concat } from './bytes'
import { packetOf } from './from-segment'
import { payloads } from './payload'

/**
 * A trace as a pcapng file (draft-ietf-opsawg-pcapng): what a capture would have shown, for Wireshark and its like. Each
 * packet carries a comment that says where it comes from (invariant 1), because nothing here was captured unless it says so.
 */

const SECTION_HEADER = 0x0a0d0d0a
const INTERFACE_DESCRIPTION = 1
const ENHANCED_PACKET = 6
const BYTE_ORDER_MAGIC = 0x1a2b3c4d
/** LINKTYPE_RAW: the packet begins with an IPv4 or IPv6 header, whose first four bits tell which. */
const LINKTYPE_RAW = 101
const NANOSECONDS = 9

const OPTION = { comment: 1, application: 4, interfaceName: 2, timeResolution: 9 } as const

/** Data kept a packet: enough to see what it is. The original length stays true. */
const KEPT_DATA = 1024
const SNAP_LENGTH = 65_535

const COMMENTS: Readonly<Record<Provenance, string>> = {
  observed: 'observed',
  inferred: 'inferred by model, not captured',
  captured: 'captured on the wire',
  kernel: "from the operating system's socket table, not captured",
  simulated: 'simulated, not captured: no real socket took part',
}

const padded = (length: number): number => Math.ceil(length / 4) * 4

function option(code: number, value: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + padded(value.length))
  const view = new DataView(bytes.buffer)
  view.setUint16(0, code, true)
  view.setUint16(2, value.length, true)
  bytes.set(value, 4)
  return bytes
}

const END_OF_OPTIONS = new Uint8Array(4)

/** Type, total length, body, total length again; everything on a 32-bit boundary. */
function block(type: number, body: readonly Uint8Array[]): Uint8Array {
  const inner = concat(body)
  const whole = new Uint8Array(12 + padded(inner.length))
  const view = new DataView(whole.buffer)
  view.setUint32(0, type, true)
  view.setUint32(4, whole.length, true)
  whole.set(inner, 8)
  view.setUint32(whole.length - 4, whole.length, true)
  return whole
}

function sectionHeader(comment: string): Uint8Array {
  const fixed = new Uint8Array(16)
  const view = new DataView(fixed.buffer)
  view.setUint32(0, BYTE_ORDER_MAGIC, true)
  view.setUint16(4, 1, true)
  // The length of the section is not given: all ones.
  view.setBigInt64(8, -1n, true)
  const options = [option(OPTION.comment, utf8(comment)), option(OPTION.application, utf8('Handshake Lab'))]
  return block(SECTION_HEADER, [fixed, ...options, END_OF_OPTIONS])
}

function interfaceDescription(): Uint8Array {
  const fixed = new Uint8Array(8)
  const view = new DataView(fixed.buffer)
  view.setUint16(0, LINKTYPE_RAW, true)
  view.setUint32(4, SNAP_LENGTH, true)
  const options = [
    option(OPTION.interfaceName, utf8('handshake-lab')),
    option(OPTION.timeResolution, Uint8Array.of(NANOSECONDS)),
  ]
  return block(INTERFACE_DESCRIPTION, [fixed, ...options, END_OF_OPTIONS])
}

/** What is to be said about one segment: where it comes from, and what became of it. */
function commentOf(connection: Connection, segment: TraceSegment): string {
  const remarks = [`${connection.id} segment ${segment.n}: ${COMMENTS[segment.provenance]}`]
  if (segment.fate?.became === 'dropped') remarks.push(`dropped by the ${segment.fate.by}`)
  else if (segment.fate?.became === 'held') remarks.push('still held')
  else if (segment.lost === true) remarks.push('lost on the way')
  if (segment.forged === true) remarks.push('forged by the reader, no kernel sent it')
  if (segment.retransmission === true) remarks.push('retransmission')
  if (segment.duplicate === true) remarks.push('copy made by the network')
  if (segment.stale === true) remarks.push('stray of an earlier connection')
  if (segment.certainty === 'unknown') remarks.push('the operating system may have chosen otherwise')
  return remarks.join('; ')
}

/** @param time - nanoseconds since 1970 */
function enhancedPacket(time: bigint, bytes: Uint8Array, originalLength: number, comment: string): Uint8Array {
  const fixed = new Uint8Array(20)
  const view = new DataView(fixed.buffer)
  view.setUint32(4, Number((time >> 32n) & 0xffff_ffffn), true)
  view.setUint32(8, Number(time & 0xffff_ffffn), true)
  view.setUint32(12, bytes.length, true)
  view.setUint32(16, originalLength, true)
  const data = new Uint8Array(padded(bytes.length))
  data.set(bytes)
  return block(ENHANCED_PACKET, [fixed, data, option(OPTION.comment, utf8(comment)), END_OF_OPTIONS])
}

/** Nanoseconds since 1970 at which the trace's clock is zero; 0 where the trace does not say or says nonsense. */
function startOf({ startedAt }: Trace): bigint {
  const milliseconds = startedAt === undefined ? 0 : Date.parse(startedAt)
  return Number.isFinite(milliseconds) && milliseconds > 0 ? BigInt(Math.round(milliseconds)) * 1_000_000n : 0n
}

/** All segments of all connections as one pcapng section, in the order in which they were sent. */
export function toPcapng(trace: Trace): Uint8Array {
  const start = startOf(trace)
  const packets = trace.connections.flatMap((connection) => {
    const payloadOf = payloads(connection)
    return connection.segments.map((segment) => ({ connection, segment, payloadOf }))
  })
  packets.sort((a, b) => a.segment.t - b.segment.t)
  const blocks = packets.map(({ connection, segment, payloadOf }) => {
    const { bytes, originalLength } = packetOf(connection, segment, payloadOf(segment), KEPT_DATA)
    const sinceStart = BigInt(Math.max(0, Math.round(segment.t * 1_000_000)))
    return enhancedPacket(start + sinceStart, bytes, originalLength, commentOf(connection, segment))
  })
  const about =
    trace.mode === 'simulated' ? COMMENTS.simulated : 'written from a trace; each packet says where it comes from'
  return concat([sectionHeader(about), interfaceDescription(), ...blocks])
}
