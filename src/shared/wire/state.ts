import * as v from 'valibot'
import { FLAGS, SIDES } from '../trace/names'

/** What both windows see of a wire, and what a reader may do with a segment on it. */

/** How the wire runs: everything after a delay (milliseconds), everything by the reader's hand, or by a scenario's network. */
export const wireModeSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('through'),
    delay: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(60_000)), 0),
  }),
  v.strictObject({ kind: v.literal('step') }),
  v.strictObject({ kind: v.literal('script') }),
])

export const SEGMENT_ACTIONS = ['deliver', 'drop', 'delay', 'duplicate', 'overtake', 'keep'] as const
export type SegmentAction = (typeof SEGMENT_ACTIONS)[number]

const uint32 = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A segment of the reader's own making, as the wire will carry it. Numbers are those of the header. */
export const forgedSchema = v.strictObject({
  connection: v.string(),
  /** Whom it pretends to come from. */
  from: v.picklist(SIDES),
  flags: v.array(v.picklist(FLAGS)),
  seq: uint32,
  ack: v.optional(uint32, 0),
  window: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)), 65_535),
  text: v.optional(v.pipe(v.string(), v.maxLength(1400)), ''),
})

export const flightSchema = v.object({
  /** Names it on the wire; `segment` is its number in its connection's record. */
  id: count,
  connection: v.string(),
  segment: count,
  from: v.picklist(SIDES),
  /** It waits for the reader; otherwise it lands by itself at `due`. Times are milliseconds of its connection's trace. */
  held: v.boolean(),
  since: v.number(),
  due: v.nullable(v.number()),
  /** Whether one of its own direction follows, so that it can be overtaken. */
  followed: v.boolean(),
})

export const copySchema = v.object({
  id: count,
  /** Where it was kept, and what it is. */
  connection: v.string(),
  from: v.picklist(SIDES),
  flags: v.array(v.picklist(FLAGS)),
  relSeq: v.number(),
  len: count,
  /** ISO 8601. */
  keptAt: v.string(),
})

/** When a kernel will do something by itself, milliseconds of its connection's trace. */
export const deadlineSchema = v.object({
  connection: v.string(),
  side: v.picklist(SIDES),
  kind: v.picklist(['retransmission', 'keep-alive', 'time-wait', 'probe']),
  at: v.number(),
  /** How long it lasts from its beginning, as far as it is known: the countdown of TIME-WAIT. */
  of: v.nullable(v.number()),
})

export const wireStateSchema = v.object({
  mode: wireModeSchema,
  /** The oldest first; at most 200 of them. `inFlight` counts all. */
  flights: v.array(flightSchema),
  inFlight: count,
  copies: v.array(copySchema),
  deadlines: v.array(deadlineSchema),
})

export type WireMode = v.InferOutput<typeof wireModeSchema>
export type Forged = v.InferOutput<typeof forgedSchema>
export type ShownFlight = v.InferOutput<typeof flightSchema>
export type KeptCopy = v.InferOutput<typeof copySchema>
export type Deadline = v.InferOutput<typeof deadlineSchema>
export type WireState = v.InferOutput<typeof wireStateSchema>
