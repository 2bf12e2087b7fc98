import * as v from 'valibot'
import { connectionSchema } from '../trace/schema'

/** What a connection is doing, as the program can tell; never a TCP state. */
export const CONNECTION_PHASES = ['connecting', 'open', 'closing', 'closed', 'failed'] as const
export const phaseSchema = v.picklist(CONNECTION_PHASES)

export const connectionRecordSchema = v.object({
  connection: connectionSchema,
  phase: phaseSchema,
  /** Wall-clock start, ISO 8601. */
  startedAt: v.string(),
  /** The scenario it plays; null for the buttons. */
  scenario: v.nullable(v.string()),
  /** Which sides may still write: the button states. */
  writable: v.object({ client: v.boolean(), server: v.boolean() }),
})

export type ConnectionPhase = v.InferOutput<typeof phaseSchema>
export type ConnectionRecord = v.InferOutput<typeof connectionRecordSchema>
