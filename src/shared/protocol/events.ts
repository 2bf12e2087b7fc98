import * as v from 'valibot'
import {
  addressSchema,
  traceEventSchema,
  traceSegmentSchema,
  traceStateSchema,
  trafficSchema,
  wireSchema,
} from '../trace/schema'
import { wireStateSchema } from '../wire/state'
import { connectionRecordSchema, endsSchema, listenerSchema, phaseSchema, playerSchema } from './commands'
import { samplingSchema } from './experiments'
import { consoleLineSchema, ownClientSchema, visitSchema } from './own-client'

/**
 * What the lab tells the renderer, in batches: at most one batch a frame, in order, none lost. Each batch has a
 * sequence number one above the last; a gap, or a new page, is mended by asking for a snapshot.
 */
const index = v.pipe(v.number(), v.integer(), v.minValue(0))

export const labEventSchema = v.variant('kind', [
  v.object({ kind: v.literal('listener'), listener: listenerSchema }),
  v.object({ kind: v.literal('player'), player: playerSchema }),
  /** A connection begins; its record so far. */
  v.object({ kind: v.literal('connection'), record: connectionRecordSchema }),
  /** One more event at `index` of that connection, or a newer form of the one there (merged `data`). */
  v.object({ kind: v.literal('event'), connection: v.string(), index, event: traceEventSchema }),
  v.object({
    kind: v.literal('status'),
    connection: v.string(),
    phase: phaseSchema,
    ends: endsSchema,
    client: v.nullable(addressSchema),
    server: v.nullable(addressSchema),
    traffic: v.object({ client: trafficSchema, server: trafficSchema }),
    merged: index,
    wire: v.optional(wireSchema),
  }),
  /** A captured segment, or a sampled state, that is new at `index` of that connection or has changed. */
  v.object({ kind: v.literal('segment'), connection: v.string(), index, segment: traceSegmentSchema }),
  v.object({ kind: v.literal('state'), connection: v.string(), index, state: traceStateSchema }),
  /** What is on the wire now; null while there is none. */
  v.object({ kind: v.literal('wire'), wire: v.nullable(wireStateSchema) }),
  /** Dropped because only the last 50 are kept, or because of `reset`. */
  v.object({ kind: v.literal('removed'), connection: v.string() }),
  v.object({ kind: v.literal('own-client'), ownClient: ownClientSchema }),
  /** A visit begins, or the newest form of one: it replaces the earlier one of the same id. */
  v.object({ kind: v.literal('visit'), visit: visitSchema }),
  /** The visits and console lines so far belong to an earlier session: forget them. */
  v.object({ kind: v.literal('visits-cleared') }),
  v.object({ kind: v.literal('console'), line: consoleLineSchema }),
  /** How far `sampleCloses` has come; null when none is running. */
  v.object({ kind: v.literal('sampling'), sampling: samplingSchema }),
  /** A run that could not go on, such as a scenario whose step never came. */
  v.object({
    kind: v.literal('failure'),
    connection: v.nullable(v.string()),
    error: v.object({
      code: v.string(),
      message: v.string(),
      params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
    }),
  }),
])

export const eventBatchSchema = v.object({ sequence: v.number(), events: v.array(labEventSchema) })

export type LabEvent = v.InferOutput<typeof labEventSchema>
export type EventBatch = v.InferOutput<typeof eventBatchSchema>
