import * as v from 'valibot'
import { FLAGS, MARKS, PROVENANCES, SIDES, TCP_STATES, TRACE_EVENT_NAMES } from './names'

/**
 * The record of one run, version 1 (docs/formats.md). One form serves the session file, `--json`, import and tests.
 * Times are milliseconds since the run began, with microsecond resolution.
 */

/** Far more than any run has, and exact in a double: sums of them, and times as nanoseconds, stay finite. */
const MAX_COUNT = 2 ** 50
/** Milliseconds: 31 years. */
const MAX_TIME = 1e12

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_COUNT))
const relative = v.pipe(v.number(), v.integer(), v.minValue(-MAX_COUNT), v.maxValue(MAX_COUNT))
const uint32 = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff))
const time = v.pipe(v.number(), v.finite(), v.minValue(-MAX_TIME), v.maxValue(MAX_TIME))
const param = v.union([v.string(), v.number(), v.boolean(), v.null()])

export const localizedTextSchema = v.object({ en: v.string(), 'zh-CN': v.string() })

/** One end's address; `port` 0 is "not known". */
export const addressSchema = v.object({
  address: v.string(),
  port: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65535)),
})

/** What Node passed along with an event or call; unknown keys are dropped so that a trace stays small. */
export const eventDetailSchema = v.object({
  /** Bytes of this `data`, `write` or `end`. */
  bytes: v.optional(count),
  /** How many equal events this one stands for once the trace is long (invariant 10); `until` is the last one's time. */
  count: v.optional(count),
  until: v.optional(time),
  /** UTF-8 preview, capped at 4 KiB a connection and direction over all events. */
  text: v.optional(v.string()),
  address: v.optional(v.string()),
  port: v.optional(count),
  remoteAddress: v.optional(v.string()),
  remotePort: v.optional(count),
  family: v.optional(v.string()),
  host: v.optional(v.string()),
  allowHalfOpen: v.optional(v.boolean()),
  hadError: v.optional(v.boolean()),
  /** Node's error code, such as ECONNRESET. */
  code: v.optional(v.string()),
  message: v.optional(v.string()),
  noDelay: v.optional(v.boolean()),
})

export const traceEventSchema = v.object({
  t: time,
  side: v.picklist(SIDES),
  /** Node's event name, or `call:` and the method's name. */
  name: v.picklist(TRACE_EVENT_NAMES),
  /** `server` for events of the listening `net.Server`; everything else fires on a `net.Socket`. */
  target: v.optional(v.picklist(['server', 'socket'])),
  provenance: v.optional(v.picklist(PROVENANCES), 'observed'),
  detail: v.optional(eventDetailSchema),
})

/** Why something is so: a code that shared/text renders in each language, and the section that says it. */
export const reasonSchema = v.object({
  code: v.string(),
  params: v.optional(v.record(v.string(), param)),
  /** `RFC 9293 §3.4`, `RFC 6298 §5`, `Linux tcp_input.c`, `Node net`. */
  source: v.string(),
})

export const segmentOptionsSchema = v.object({
  mss: v.optional(count),
  windowScale: v.optional(count),
  /** RFC 2018 §2. */
  sackPermitted: v.optional(v.boolean()),
  /** RFC 2018 §3: `[left edge, right edge)` of what arrived out of order, numbers as the header carries them. */
  sack: v.optional(v.array(v.tuple([uint32, uint32]))),
  /** RFC 7323 §3.2: TSval and TSecr. */
  timestamps: v.optional(v.object({ value: uint32, echo: uint32 })),
  /** Kinds of the options that have no name here. */
  unknown: v.optional(v.array(count)),
})

/** What became of a segment on a wire that somebody holds in their hand. */
export const FATES = ['held', 'delivered', 'dropped'] as const

/** Who decided it: the reader, the scenario's network, or the wire itself because it was full or came to its end. */
export const FATE_CAUSES = ['reader', 'scenario', 'wire'] as const

export const fateSchema = v.object({ became: v.picklist(FATES), by: v.picklist(FATE_CAUSES) })

const hex = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{2})*$/))

export const traceSegmentSchema = v.object({
  /** 1-based position in the connection, in order of sending. */
  n: v.pipe(count, v.minValue(1)),
  /** When it is sent and when it arrives; `arrives` is null where it never does. */
  t: time,
  arrives: v.optional(v.nullable(time)),
  from: v.picklist(SIDES),
  flags: v.array(v.picklist(FLAGS)),
  seq: uint32,
  ack: v.nullable(uint32),
  /** Relative to the sender's ISN, and to the other end's ISN; may be negative for a stale segment. */
  relSeq: relative,
  relAck: v.nullable(relative),
  len: count,
  /** The 16-bit field as the header carries it, and the bytes it means once scaled. */
  window: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65535)),
  windowBytes: v.optional(count),
  options: v.optional(segmentOptionsSchema),
  provenance: v.picklist(PROVENANCES),
  /** Indices into `events` from which an inferred segment was derived. */
  evidence: v.optional(v.array(count)),
  lost: v.optional(v.boolean()),
  /** A copy the network made, a retransmission, or a stray of an earlier incarnation. */
  duplicate: v.optional(v.boolean()),
  retransmission: v.optional(v.boolean()),
  stale: v.optional(v.boolean()),
  /** Made by the reader: no kernel sent it; `from` is whom it pretends to come from. */
  forged: v.optional(v.boolean()),
  fate: v.optional(fateSchema),
  /** Of a captured segment: the checksum field, and the packet from its IP header on as far as it was kept, in hexadecimal. */
  checksum: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff))),
  bytes: v.optional(hex),
  /** What it is, as the wire shows it: of captured segments. */
  marks: v.optional(v.array(v.picklist(MARKS))),
  /** `unknown`: the operating system may have chosen otherwise and no event tells. */
  certainty: v.optional(v.picklist(['certain', 'unknown'])),
  why: v.optional(
    v.object({
      /** Why this segment was sent now. */
      sent: reasonSchema,
      /** Why this acknowledgement number; null without ACK. */
      ack: v.nullable(reasonSchema),
    }),
  ),
})

export const traceStateSchema = v.object({
  t: time,
  /** Of a sampled state: when the sample before this one was begun, which did not show it yet. `t` ends the one that did. */
  after: v.optional(time),
  side: v.picklist(SIDES),
  state: v.picklist(TCP_STATES),
  provenance: v.picklist(PROVENANCES),
  /** The row of the transition table that was taken; null for the state a side starts in. */
  transition: v.optional(v.nullable(v.string())),
  /** The segment whose arrival (or sending) caused it, and the event that did. */
  segment: v.optional(count),
  event: v.optional(count),
})

/** Something the reader must be told: a choice nobody can know, or evidence the model had to bend to. */
export const traceNoteSchema = v.object({
  t: time,
  kind: v.picklist(['unknown', 'bent', 'dropped', 'counterfactual', 'violation']),
  reason: reasonSchema,
  side: v.optional(v.picklist(SIDES)),
  segment: v.optional(count),
  evidence: v.optional(v.array(count)),
})

/** Bytes as the sockets counted them (`socket.bytesWritten`, `bytesRead`), and what the trace left out. */
export const trafficSchema = v.object({
  bytesWritten: count,
  bytesRead: count,
  /** Bytes read whose preview was not kept. */
  previewDropped: count,
})

const counted = v.object({ segments: count, bytes: count })

/** Of a connection over a wire of the lab's: what made its two ends, and the segments that were counted but not kept. */
export const wireSchema = v.object({
  ends: v.picklist(['namespaces']),
  counted: v.object({ client: counted, server: counted }),
})

export const connectionSchema = v.object({
  id: v.string(),
  client: v.nullable(addressSchema),
  server: v.nullable(addressSchema),
  /** Which ends are sockets of ours: an end that is not has no observed events. */
  observes: v.optional(v.array(v.picklist(SIDES)), ['client', 'server']),
  /** `allowHalfOpen` of each socket: without it Node answers 'end' by ending its own side. */
  allowHalfOpen: v.optional(v.object({ client: v.boolean(), server: v.boolean() }), { client: false, server: false }),
  /** The initial sequence numbers the model uses, drawn once when the run begins (invariant 2). */
  isn: v.optional(v.object({ client: uint32, server: uint32 })),
  events: v.array(traceEventSchema),
  segments: v.optional(v.array(traceSegmentSchema), []),
  states: v.optional(v.array(traceStateSchema), []),
  notes: v.optional(v.array(traceNoteSchema), []),
  traffic: v.optional(v.object({ client: trafficSchema, server: trafficSchema })),
  /** Events merged into others because the record was full. */
  merged: v.optional(count),
  wire: v.optional(wireSchema),
})

export const traceSchema = v.object({
  version: v.literal(1),
  /** `captured`: opened from a capture file, whose ends are other people's programs. */
  mode: v.picklist(['live', 'simulated', 'captured']),
  /** The scenario's id; null when the buttons were used. */
  scenario: v.nullable(v.string()),
  title: v.optional(localizedTextSchema),
  /** ISO 8601 wall-clock time at which the run began. */
  startedAt: v.optional(v.string()),
  /** The operating system and Node version of a live run. */
  platform: v.optional(v.object({ os: v.string(), release: v.string(), node: v.string() })),
  profile: v.optional(v.picklist(['rfc', 'linux'])),
  seed: v.optional(uint32),
  /** Rules of TCP that a what-if switched off; loudly labelled wherever the trace is shown. */
  counterfactual: v.optional(v.array(v.string())),
  connections: v.array(connectionSchema),
})

export type LocalizedText = v.InferOutput<typeof localizedTextSchema>
export type Address = v.InferOutput<typeof addressSchema>
export type EventDetail = v.InferOutput<typeof eventDetailSchema>
export type TraceEvent = v.InferOutput<typeof traceEventSchema>
export type Reason = v.InferOutput<typeof reasonSchema>
export type TraceSegment = v.InferOutput<typeof traceSegmentSchema>
export type SegmentOptions = v.InferOutput<typeof segmentOptionsSchema>
export type Fate = v.InferOutput<typeof fateSchema>
export type WireOrigin = v.InferOutput<typeof wireSchema>
export type TraceState = v.InferOutput<typeof traceStateSchema>
export type TraceNote = v.InferOutput<typeof traceNoteSchema>
export type Traffic = v.InferOutput<typeof trafficSchema>
export type Connection = v.InferOutput<typeof connectionSchema>
export type Trace = v.InferOutput<typeof traceSchema>
