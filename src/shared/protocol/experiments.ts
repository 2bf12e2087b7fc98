import * as v from 'valibot'
import { connectionRecordSchema } from './record'

/** Experiments on real sockets whose answer comes when they are over. */
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const time = v.pipe(v.number(), v.finite())

export const freezeSchema = v.strictObject({
  /** How long the server's event loop is blocked. */
  milliseconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(50), v.maxValue(5000)), 300),
})

/** Times are those of the connection's trace: milliseconds since its run began, one clock for both threads. */
export const frozenSchema = v.object({
  /** Its trace is in the history. */
  connection: v.string(),
  /** While the server's loop stood still. */
  frozen: v.object({ from: time, to: time }),
  /** When each program was told: the client while the server slept, the server only afterwards. */
  clientTold: time,
  serverTold: time,
})

export const closesToSampleSchema = v.strictObject({
  runs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 50),
  /** Of both sides. Without it Node answers 'end' with its own end, and the delay has nothing to delay. */
  allowHalfOpen: v.optional(v.boolean(), false),
  /** With `allowHalfOpen`: milliseconds between the server's 'end' and its end(). */
  answerDelay: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)), 0),
})

export const closeSampleSchema = v.object({
  /** The orders seen, the most frequent first. */
  orders: v.array(
    v.object({
      /** `side:event` of calls and events, from the client's end() on. */
      events: v.array(v.string()),
      count,
      /** Indices into `records`. */
      runs: v.array(count),
    }),
  ),
  /** One a run, without segments: the twin infers them. The lab forgets them; whoever asked has the only copy. */
  records: v.array(connectionRecordSchema),
})

export const samplingSchema = v.nullable(v.object({ done: count, runs: count }))

export type Frozen = v.InferOutput<typeof frozenSchema>
export type CloseSample = v.InferOutput<typeof closeSampleSchema>
export type Sampling = v.InferOutput<typeof samplingSchema>
