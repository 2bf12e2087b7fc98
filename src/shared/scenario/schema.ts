import * as v from 'valibot'
import { SIDES, FLAGS, NODE_EVENTS } from '../trace/names'
import { localizedTextSchema } from '../trace/schema'

/**
 * What to do: JSON, validated, with Node's own verbs and event names (docs/formats.md). Steps run in order; each waits
 * for its `on` event, then `after` milliseconds. The same file drives real sockets (`lab run`) or, with a `network`,
 * the simulator (`lab simulate`).
 */

const ms = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(600_000))
const bytes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_073_741_824))
const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const positive = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))

export const STEP_VERBS = ['connect', 'write', 'end', 'destroy', 'resetAndDestroy', 'pause', 'resume'] as const
export type StepVerb = (typeof STEP_VERBS)[number]

/** `side:event`, with Node's own event names. */
export const stepEventSchema = v.pipe(
  v.string(),
  v.check((text) => {
    const [side, name, ...rest] = text.split(':')
    return (
      rest.length === 0 &&
      (SIDES as readonly string[]).includes(side ?? '') &&
      (NODE_EVENTS as readonly string[]).includes(name ?? '')
    )
  }, "expected 'client:' or 'server:' and a Node event, such as 'server:connection'"),
)

export const stepSchema = v.strictObject({
  side: v.picklist(SIDES),
  do: v.picklist(STEP_VERBS),
  bytes: v.optional(bytes),
  text: v.optional(v.string()),
  on: v.optional(stepEventSchema),
  /** With `on: side:data`: wait until that side has received so many bytes in all. */
  until: v.optional(bytes),
  /** Milliseconds to wait once `on` has fired. */
  after: v.optional(ms),
})

/** Chooses segments on the virtual network: all given fields must match; `nth` counts the matches from 1. */
const matchEntries = {
  from: v.optional(v.picklist(SIDES)),
  flags: v.optional(v.array(v.picklist(FLAGS))),
  nth: v.optional(positive),
  /** Instead of `nth`: each match with this probability, from the seed. */
  probability: v.optional(probability),
}

export const faultSchema = v.variant('do', [
  v.strictObject({ do: v.literal('drop'), ...matchEntries }),
  v.strictObject({ do: v.literal('delay'), ...matchEntries, by: ms }),
  v.strictObject({ do: v.literal('duplicate'), ...matchEntries, by: v.optional(ms) }),
  v.strictObject({ do: v.literal('reorder'), ...matchEntries, by: v.optional(ms) }),
])

const relativeNumber = v.pipe(v.number(), v.integer(), v.minValue(-0x8000_0000), v.maxValue(0x7fff_ffff))
const isns = v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff))), v.maxLength(100))

/** What only a virtual network can do, at a time in ms since the run began. */
export const happeningSchema = v.variant('do', [
  /** A side loses all it knew of the connection, without a word. */
  v.strictObject({ at: ms, do: v.literal('crash'), side: v.picklist(SIDES) }),
  /** A side starts to listen. */
  v.strictObject({ at: ms, do: v.literal('listen'), side: v.picklist(SIDES) }),
  /** A stray of an earlier incarnation reaches the other side of `from`; numbers relative to the ISNs. */
  v.strictObject({
    at: ms,
    do: v.literal('inject'),
    from: v.picklist(SIDES),
    flags: v.array(v.picklist(FLAGS)),
    seq: relativeNumber,
    ack: v.optional(relativeNumber, 0),
    len: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)), 0),
  }),
  /** SYNs from addresses that will never answer. */
  v.strictObject({ at: ms, do: v.literal('flood'), count: v.pipe(positive, v.maxValue(100)) }),
])

export const networkSchema = v.strictObject({
  /** One-way delay and its uniform jitter, milliseconds. */
  delay: v.optional(ms, 20),
  jitter: v.optional(ms, 0),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff)), 1),
  faults: v.optional(v.array(faultSchema), []),
  happenings: v.optional(v.pipe(v.array(happeningSchema), v.maxLength(100)), []),
  /** Initial sequence numbers, one for each time a side chooses one; then drawn from the seed. */
  isn: v.optional(v.strictObject({ client: v.optional(isns, []), server: v.optional(isns, []) })),
  /** TCP parameters set otherwise than the profile does, by their names in shared/tcp/parameters.ts. */
  parameters: v.optional(v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(1e12))), {}),
  /** Half-open connections the server keeps at most. */
  backlog: v.optional(positive, 128),
  /** A SYN that finds the backlog full is answered with a SYN cookie (RFC 4987) instead of being dropped. */
  synCookies: v.optional(v.boolean(), false),
})

/** Rules of TCP that a what-if can switch off, to show what breaks. Off by default, loudly labelled. */
export const COUNTERFACTUALS = ['two-way-handshake', 'no-time-wait', 'isn-always-zero', 'no-ack-for-fin'] as const
export type Counterfactual = (typeof COUNTERFACTUALS)[number]

const socketEntries = { allowHalfOpen: v.optional(v.boolean(), false), noDelay: v.optional(v.boolean(), false) }

export const scenarioSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens'),
    v.maxLength(80),
  ),
  title: v.optional(localizedTextSchema),
  /** What happens and why, one short paragraph. */
  explanation: v.optional(localizedTextSchema),
  lookFor: v.optional(localizedTextSchema),
  server: v.optional(v.strictObject({ listening: v.optional(v.boolean(), true), ...socketEntries }), {}),
  client: v.optional(v.strictObject({ ...socketEntries }), {}),
  steps: v.pipe(v.array(stepSchema), v.minLength(1), v.maxLength(1000)),
  network: v.optional(networkSchema),
  profile: v.optional(v.picklist(['rfc', 'linux'])),
  counterfactual: v.optional(v.array(v.picklist(COUNTERFACTUALS))),
})

export type Step = v.InferOutput<typeof stepSchema>
export type Fault = v.InferOutput<typeof faultSchema>
export type Happening = v.InferOutput<typeof happeningSchema>
export type Network = v.InferOutput<typeof networkSchema>
export type Scenario = v.InferOutput<typeof scenarioSchema>
export type ScenarioInput = v.InferInput<typeof scenarioSchema>
