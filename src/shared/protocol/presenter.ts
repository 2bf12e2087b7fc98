import * as v from 'valibot'

/**
 * What the presenting window and its window of speaker notes say to each other, over a BroadcastChannel of their own
 * (HTML Standard §9.5). The notes get finished sentences, never the trace, and have no link to the lab.
 */

/** What the notes may ask of the presenting window. */
export const PRESENTER_ACTIONS = ['next', 'previous', 'first', 'last', 'blank', 'leave'] as const
export type PresenterAction = (typeof PRESENTER_ACTIONS)[number]

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const language = v.picklist(['en', 'zh-CN'])

/** One segment in words, as the speaker reads them. */
export const stepNotesSchema = v.strictObject({
  headline: v.string(),
  facts: v.string(),
  /** `ack = 0 + 1 (SYN) = 1`; empty where there is nothing to add up. */
  equation: v.string(),
  reasons: v.array(v.strictObject({ text: v.string(), source: v.string() })),
  /** What the program never learns of it. */
  unseen: v.string(),
})
export type StepNotes = v.InferOutput<typeof stepNotesSchema>

export const speakerNotesSchema = v.strictObject({
  language,
  title: v.string(),
  explanation: v.nullable(v.string()),
  lookFor: v.nullable(v.string()),
  shown: count,
  total: count,
  blank: v.boolean(),
  /** Whether the presentation is on: notes may be open before it and after it. */
  presenting: v.boolean(),
  /** Null before the first segment, and after the last. */
  current: v.nullable(stepNotesSchema),
  next: v.nullable(stepNotesSchema),
})
export type SpeakerNotes = v.InferOutput<typeof speakerNotesSchema>

/** To the notes. `bye`: the presenting window goes away. */
export const toNotesSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('notes'), notes: speakerNotesSchema }),
  v.strictObject({ kind: v.literal('bye') }),
])
export type ToNotes = v.InferOutput<typeof toNotesSchema>

/** From the notes. `hello`: they are there, and ask how things stand. */
export const fromNotesSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('hello') }),
  v.strictObject({ kind: v.literal('act'), action: v.picklist(PRESENTER_ACTIONS) }),
])
export type FromNotes = v.InferOutput<typeof fromNotesSchema>

/** A message of another kind is none: null. */
export function readPresenterMessage<S extends v.GenericSchema>(schema: S, raw: unknown): v.InferOutput<S> | null {
  const parsed = v.safeParse(schema, raw)
  return parsed.success ? parsed.output : null
}

/** Names the channel of one presenting window: two windows of the app never hear each other. */
export const channelName = (id: string): string => `handshake-lab:presenter:${id}`

const NOTES_HASH = /^#notes=([\w-]{8,64})$/

/** What marks an address as that of the notes window. */
export const notesHash = (id: string): string => `#notes=${id}`

/** Whose notes an address asks for; null where it is the app itself. */
export const notesIdOf = (hash: string): string | null => NOTES_HASH.exec(hash)?.[1] ?? null
