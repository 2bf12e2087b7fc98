import type { Trace } from '../../trace/schema'
import { Collector, type Chosen } from './collect'
import type { CaptureFault, OnPacket } from './format'
import { CaptureReader } from './reader'
import { Survey, type Overview } from './survey'

/** The bytes of an (unzipped) capture file, in pieces of any length. */
export type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** What stands in a capture file, as far as it could be read. */
export interface Opened {
  readonly overview: Overview
  /** Where each connection is in the file, in the order of the overview. */
  readonly chosen: readonly Chosen[]
  /** ISO 8601 time of the first packet; null without one. */
  readonly startedAt: string | null
  /** Why reading ended before the file did; null where all of it was read. */
  readonly fault: CaptureFault | null
}

/** Reads a capture once, for the list of its connections. It keeps no packet. */
export async function openCapture(pieces: Pieces): Promise<Opened> {
  const survey = new Survey()
  const { fault, origin } = await readAll(pieces, (packet) => survey.add(packet))
  const overview = survey.overview()
  const chosen = overview.connections.flatMap((connection, index): Chosen[] => {
    const place = survey.placeOf(index)
    return place === null ? [] : [{ connection, place }]
  })
  return { overview, chosen, startedAt: isoTime(origin), fault }
}

/**
 * Reads it again, for the segments of the connections that were chosen.
 *
 * @param pieces - of the same file, from its first byte on
 */
export async function readConnections(pieces: Pieces, chosen: readonly Chosen[]): Promise<Trace> {
  const collector = new Collector(chosen)
  const { origin } = await readAll(pieces, (packet) => collector.add(packet))
  const begins = Math.min(...chosen.map(({ connection }) => connection.begins))
  return collector.trace(isoTime(origin === null ? null : origin + begins) ?? undefined)
}

async function readAll(
  pieces: Pieces,
  onPacket: OnPacket,
): Promise<{ readonly fault: CaptureFault | null; readonly origin: number | null }> {
  const reader = new CaptureReader(onPacket)
  for await (const piece of pieces) if (reader.push(piece) !== null) break
  return { fault: reader.end(), origin: reader.origin }
}

/** Null for a time that no calendar has. */
function isoTime(milliseconds: number | null): string | null {
  const date = new Date(milliseconds ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
