import * as v from 'valibot'
import { addressSchema } from '../trace/schema'
import { connectionRecordSchema } from './record'

/** Clients that are not ours: the reader's browser, curl, nc, each connection of which is a visit. */
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const ownClientSchema = v.nullable(
  v.object({
    ...addressSchema.entries,
    /** The port that was asked for; another one than `port` where that was not free. */
    wanted: v.number(),
    url: v.string(),
    /** Accepted so far, and not closed yet. */
    accepted: count,
    open: count,
    /** Visits whose record was dropped because there were too many (invariant 10). */
    dropped: count,
  }),
)

/**
 * What came in on a connection: nothing; at least one HTTP request; a TLS ClientHello, so somebody took this server for
 * HTTPS; or other bytes.
 */
const VISIT_KINDS = ['silent', 'http', 'tls', 'other'] as const

export const visitSchema = v.object({
  /** The connection's id. */
  id: v.string(),
  /** 1 for the first connection accepted. */
  number: count,
  /**
   * When `'connection'` fired, milliseconds since the server began to listen: one clock for all visits. The times of each
   * record are its own, from just before that event.
   */
  at: v.number(),
  kind: v.picklist(VISIT_KINDS),
  requests: count,
  /** The latest request lines, such as `GET /favicon.ico HTTP/1.1`. */
  requestLines: v.array(v.string()),
  record: connectionRecordSchema,
})

/** One line that the server printed, as the note's server did. */
export const consoleLineSchema = v.object({
  /** Position in the session, from 1. */
  n: count,
  visit: v.string(),
  at: v.number(),
  kind: v.picklist(['address', 'port', 'request', 'tls', 'other']),
  text: v.string(),
})

export type OwnClient = v.InferOutput<typeof ownClientSchema>
export type VisitKind = (typeof VISIT_KINDS)[number]
export type Visit = v.InferOutput<typeof visitSchema>
export type ConsoleLine = v.InferOutput<typeof consoleLineSchema>
