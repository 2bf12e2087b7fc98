import * as v from 'valibot'
import { FLAGS, SIDES, TCP_STATES, TRACE_EVENT_NAMES } from '../trace/names'

/**
 * A lesson as a data file (docs/lessons.md): five to ten short steps, each one thing to read, do, look at, change,
 * predict, answer or check. Steps act on the app's real controls and are judged by the real trace.
 */

const positive = v.pipe(v.number(), v.integer(), v.minValue(1))
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens'),
  v.maxLength(80),
)
const words = (max: number): v.GenericSchema<string> =>
  v.pipe(v.string(), v.minLength(1, 'expected some text'), v.maxLength(max))
const both = (max: number) => v.strictObject({ en: words(max), 'zh-CN': words(max) })

/** Chooses one segment: all given fields must match; `nth` counts the matches from 1. `flags` is exact, PSH aside. */
export const segmentSelectorSchema = v.strictObject({
  from: v.optional(v.picklist(SIDES)),
  flags: v.optional(v.array(v.picklist(FLAGS))),
  /** True: carries bytes; false: carries none. */
  data: v.optional(v.boolean()),
  lost: v.optional(v.boolean()),
  retransmission: v.optional(v.boolean()),
  stale: v.optional(v.boolean()),
  nth: v.optional(positive),
})

/** Chooses one recorded event or call by Node's own name, such as `connection` or `call:end`. */
export const eventSelectorSchema = v.strictObject({
  side: v.optional(v.picklist(SIDES)),
  name: v.picklist(TRACE_EVENT_NAMES),
  nth: v.optional(positive),
})

export const stateSelectorSchema = v.strictObject({ side: v.picklist(SIDES), state: v.picklist(TCP_STATES) })

export const PANES = ['controls', 'program', 'diagram', 'inspector', 'table', 'playback'] as const

const exactlyOne = (value: object): boolean => Object.values(value).filter((given) => given !== undefined).length === 1

/** Where to look: exactly one of a pane, a segment, an event or a state. */
export const targetSchema = v.pipe(
  v.strictObject({
    pane: v.optional(v.picklist(PANES)),
    segment: v.optional(segmentSelectorSchema),
    event: v.optional(eventSelectorSchema),
    state: v.optional(stateSelectorSchema),
  }),
  v.check((value) => exactlyOne(value), 'expected exactly one of "pane", "segment", "event", "state"'),
)

/** Something that is so on a trace or not: exactly one of the four. `closing` counts the segments of the close. */
export const conditionSchema = v.pipe(
  v.strictObject({
    segment: v.optional(segmentSelectorSchema),
    event: v.optional(eventSelectorSchema),
    state: v.optional(stateSelectorSchema),
    closing: v.optional(v.picklist([3, 4])),
  }),
  v.check((value) => exactlyOne(value), 'expected exactly one of "segment", "event", "state", "closing"'),
)

const side = v.picklist(SIDES)
const halfOpen = v.strictObject({ client: v.boolean(), server: v.boolean() })

/** What the learner does in the app; the lesson panel can also do it for them. */
export const actionSchema = v.variant('do', [
  v.strictObject({ do: v.literal('connect'), allowHalfOpen: v.optional(halfOpen) }),
  v.strictObject({ do: v.literal('send'), side, text: words(1000) }),
  v.strictObject({ do: v.literal('end'), side }),
  v.strictObject({ do: v.literal('destroy'), side }),
  v.strictObject({ do: v.literal('resetAndDestroy'), side }),
  /** A scenario of the catalogue by its id: live ones on real sockets, what-ifs on the simulated network. */
  v.strictObject({ do: v.literal('play'), scenario: id }),
])

const common = {
  text: both(2000),
  /** Where it is written: `RFC 9293 §3.5`. */
  source: v.optional(words(120)),
  /** Ends the covering that `conceal` began. */
  reveal: v.optional(v.boolean()),
}

export const choiceSchema = v.strictObject({
  text: both(400),
  right: v.optional(v.boolean(), false),
  /** Said when this choice was made: why it is right, or what is wrong with it. */
  why: both(1000),
})

export const VIEWS = ['explore', 'predict', 'machine', 'puzzle'] as const

export const lessonStepSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('read'), ...common, target: v.optional(targetSchema) }),
  v.strictObject({
    kind: v.literal('do'),
    ...common,
    action: actionSchema,
    /** Waits for these on the trace; without it, for what the action always causes. */
    until: v.optional(v.pipe(v.array(conditionSchema), v.minLength(1))),
    /** Keeps the conversation covered, so that the next steps can ask about it before showing it. */
    conceal: v.optional(v.boolean()),
  }),
  v.strictObject({ kind: v.literal('look'), ...common, target: targetSchema }),
  v.strictObject({
    kind: v.literal('change'),
    ...common,
    setting: v.pipe(
      v.strictObject({
        seq: v.optional(v.picklist(['relative', 'absolute'])),
        view: v.optional(v.picklist(VIEWS)),
      }),
      v.check((value) => exactlyOne(value), 'expected exactly one of "seq", "view"'),
    ),
  }),
  v.strictObject({
    kind: v.literal('predict'),
    ...common,
    segment: segmentSelectorSchema,
    notation: v.optional(v.picklist(['relative', 'absolute']), 'relative'),
    /** Also asks for the states of both ends. */
    states: v.optional(v.boolean(), false),
    /** Said once it is answered. */
    after: v.optional(both(1000)),
  }),
  v.strictObject({
    kind: v.literal('quiz'),
    ...common,
    choices: v.pipe(
      v.array(choiceSchema),
      v.minLength(2),
      v.maxLength(6),
      v.check((choices) => choices.some((choice) => choice.right), 'expected at least one choice with "right": true'),
    ),
  }),
  v.strictObject({
    kind: v.literal('check'),
    ...common,
    all: v.pipe(v.array(conditionSchema), v.minLength(1)),
    none: v.optional(v.array(conditionSchema)),
    /** Said while it is not so: what to do. */
    otherwise: both(1000),
  }),
])

export const lessonSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id,
  title: both(120),
  /** What the learner will know afterwards, one or two sentences. */
  summary: both(500),
  minutes: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(120)), 5),
  steps: v.pipe(v.array(lessonStepSchema), v.minLength(1), v.maxLength(30)),
})

export type SegmentSelector = v.InferOutput<typeof segmentSelectorSchema>
export type EventSelector = v.InferOutput<typeof eventSelectorSchema>
export type StateSelector = v.InferOutput<typeof stateSelectorSchema>
export type Target = v.InferOutput<typeof targetSchema>
export type Condition = v.InferOutput<typeof conditionSchema>
export type Action = v.InferOutput<typeof actionSchema>
export type Choice = v.InferOutput<typeof choiceSchema>
export type LessonStep = v.InferOutput<typeof lessonStepSchema>
export type StepKind = LessonStep['kind']
export type Lesson = v.InferOutput<typeof lessonSchema>
export type LessonInput = v.InferInput<typeof lessonSchema>
