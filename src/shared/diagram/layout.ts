import { PROVENANCES, type Provenance, type Side } from '../trace/names'
import type { Address, Connection } from '../trace/schema'
import { arrowsOf, labelText, notedSegments } from './arrows'
import type { Box } from './boxes'
import { columns, type Columns } from './columns'
import type { OpenLine } from './event-lines'
import { round, type EventLine, type Geometry, type Lifeline, type Pause } from './geometry'
import { durationText } from './labels'
import { FACE, resolveOptions, SIZE, type LayoutOptions, type ResolvedOptions } from './options'
import { place } from './placement'
import { stateBars } from './state-bars'

const TOP = SIZE.headTop + SIZE.headHeight + 3
const HEAD_PADDING = 20

/** `127.0.0.1:3000`, `[::1]:3000`; port 0 is "not known". */
export const addressText = ({ address, port }: Address): string =>
  `${address.includes(':') ? `[${address}]` : address}${port === 0 ? '' : `:${port}`}`

const CALLS: Readonly<Record<Side, string>> = { client: 'net.connect()', server: 'net.createServer()' }

function eventLine(line: OpenLine, xs: Columns): EventLine {
  const { x, outwards, eventX } = xs[line.side]
  return {
    indices: line.indices,
    side: line.side,
    kind: line.kind,
    t: line.t,
    lifelineX: round(x + outwards * SIZE.arrowInset),
    x: round(eventX),
    y: round(line.y),
    text: line.text,
    textX: round(eventX + outwards * SIZE.eventInset),
    width: round(line.width),
    error: line.error,
    provenance: line.provenance,
  }
}

function lifeline(side: Side, connection: Connection, xs: Columns, bottom: number, o: ResolvedOptions): Lifeline {
  const address = connection[side]
  const subtitle = address === null ? CALLS[side] : addressText(address)
  const width = Math.max(SIZE.headMinWidth, o.measure(subtitle, FACE.subtitle) + HEAD_PADDING)
  const { x } = xs[side]
  const head = { x: round(x - width / 2), y: SIZE.headTop, width: round(width), height: SIZE.headHeight, subtitle }
  return { side, x: round(x), top: TOP, bottom: round(bottom), head }
}

function provenancesOf({ events, segments, states }: Connection): readonly Provenance[] {
  const found = new Set<Provenance>()
  for (const marks of [events, segments, states]) for (const { provenance } of marks) found.add(provenance)
  return PROVENANCES.filter((provenance) => found.has(provenance))
}

/** What the words of a pause cover, the sign in front of them included. */
const pauseBox = ({ text, x, y }: Pause, { measure }: ResolvedOptions): Box => ({
  x,
  y,
  halfWidth: measure(`⋮ ${text}`, FACE.pause) / 2,
  halfHeight: FACE.pause.size * 0.6,
  cos: 1,
  sin: 0,
})

/**
 * Lays a connection out as a sequence diagram. Pure, and linear in the number of events and segments (but for one sort
 * of moments that are nearly in order already).
 */
export function layout(connection: Connection, options: LayoutOptions = {}): Geometry {
  const resolved = resolveOptions(options)
  const spots = place(connection, TOP + SIZE.lead, resolved)
  const noted = notedSegments(connection)
  const texts = connection.segments.map((segment) => labelText(segment, noted.has(segment.n), resolved))
  const xs = columns(spots.lines, texts, spots.crossing, resolved)
  const bottom = spots.bottom + SIZE.tail
  const middle = round((xs.client.x + xs.server.x) / 2)
  const pause = ({ t, y, duration, leftOut }: (typeof spots.silences)[number]): Pause => ({
    t,
    x: middle,
    y: round(y),
    text: leftOut ?? durationText(duration, resolved.language),
  })
  const pauses = spots.silences.map(pause)
  return {
    width: round(xs.width),
    height: round(bottom + SIZE.margin),
    time: resolved.time,
    spacing: resolved.spacing,
    client: lifeline('client', connection, xs, bottom, resolved),
    server: lifeline('server', connection, xs, bottom, resolved),
    states: stateBars(connection, spots, xs, bottom, resolved),
    events: spots.lines.map((line) => eventLine(line, xs)),
    arrows: arrowsOf(
      connection,
      texts,
      spots,
      xs,
      pauses.map((pause) => pauseBox(pause, resolved)),
    ),
    pauses,
    provenances: provenancesOf(connection),
  }
}
