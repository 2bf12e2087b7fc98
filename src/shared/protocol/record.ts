import * as v from 'valibot'
import { connectionSchema } from '../trace/schema'

/** What a connection is doing, as the program can tell; never a TCP state. */
export const CONNECTION_PHASES = ['connecting', 'open', 'closing', 'closed', 'failed'] as const
export const phaseSchema = v.picklist(CONNECTION_PHASES)

/** What one end of a connection can still do, as its socket says: the button states. */
const endSchema = v.object({
  writable: v.boolean(),
  /** Told to stop reading, and not told to go on since. */
  paused: v.boolean(),
  /** `'close'` has fired. */
  closed: v.boolean(),
})

/** Null for an end that is no socket of ours, or not one yet. */
export const endsSchema = v.object({ client: v.nullable(endSchema), server: v.nullable(endSchema) })

export const connectionRecordSchema = v.object({
  connection: connectionSchema,
  phase: phaseSchema,
  /** Wall-clock start, ISO 8601. */
  startedAt: v.string(),
  /** The scenario it plays; null for the buttons. */
  scenario: v.nullable(v.string()),
  ends: endsSchema,
})

export type ConnectionPhase = v.InferOutput<typeof phaseSchema>
export type Ends = v.InferOutput<typeof endsSchema>
export type ConnectionRecord = v.InferOutput<typeof connectionRecordSchema>
