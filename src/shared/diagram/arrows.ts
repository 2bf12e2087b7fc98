import { otherSide, type Side } from '../trace/names'
import type { Connection, TraceSegment } from '../trace/schema'
import { placeLabels, shaft, type LabelText, type Shaft } from './arrow-labels'
import type { Box } from './boxes'
import type { Columns } from './columns'
import { round, type Arrow } from './geometry'
import { flagText, numberText, tagText } from './labels'
import { FACE, SIZE, type ResolvedOptions } from './options'
import { LOST_SLANT, type Placement } from './placement'
import { segmentTone } from './tone'

/** How far a lost segment gets, as a part of its way. */
const LOST_AT = 0.66
/** Free space between flags and numbers, and between numbers and what is unusual. */
const WORD_SPACE = 6

/** Segments that a note other than *unknown* is about. */
export const notedSegments = (connection: Connection): ReadonlySet<number> =>
  new Set(
    connection.notes.flatMap(({ kind, segment }) => (kind === 'unknown' || segment === undefined ? [] : [segment])),
  )

export function labelText(segment: TraceSegment, noted: boolean, options: ResolvedOptions): LabelText {
  const { seq, language, measure } = options
  const flags = flagText(segment.flags)
  const numbers = numberText(segment, seq)
  const tag = tagText(segment, noted, language)
  const flagsWidth = measure(flags, FACE.flags)
  const rest = measure(numbers, FACE.numbers) + (tag === '' ? 0 : WORD_SPACE + measure(tag, FACE.tag))
  const width = flagsWidth + WORD_SPACE + rest
  const split = round(flagsWidth - width / 2 + WORD_SPACE / 2)
  return { flags, numbers, tag, width: round(width), flagsWidth: round(flagsWidth), split }
}

/** The arrow before one from the same side: where it begins, and where it ends. */
type Before = Pick<Shaft, 'y1' | 'y2'> | null

/** How far a lost segment comes down: as the one before it, if that is still under way, so that they run side by side. */
function lostRise(y1: number, before: Before): number {
  const usual = LOST_SLANT * LOST_AT
  if (before === null || before.y2 <= y1) return usual
  return Math.max(usual, Math.min((before.y2 - before.y1) * LOST_AT, before.y2 - y1))
}

function shaftOf(
  segment: TraceSegment,
  at: number,
  text: LabelText,
  spots: Placement,
  xs: Columns,
  before: Before,
): Shaft {
  const inwards = segment.from === 'client' ? SIZE.arrowInset : -SIZE.arrowInset
  const x1 = xs[segment.from].x + inwards
  const far = xs[otherSide(segment.from)].x - inwards
  const y1 = spots.sendY[at] ?? 0
  const arrival = spots.arriveY[at] ?? NaN
  const lost = Number.isNaN(arrival)
  const x2 = lost ? x1 + (far - x1) * LOST_AT : far
  const y2 = lost ? y1 + lostRise(y1, before) : arrival
  return shaft(round(x1), round(y1), round(x2), round(y2), lost, text)
}

/**
 * @param texts - the labels' texts, one a segment
 * @param taken - what else is written between the lifelines
 */
export function arrowsOf(
  connection: Connection,
  texts: readonly LabelText[],
  spots: Placement,
  xs: Columns,
  taken: readonly Box[],
): readonly Arrow[] {
  const noted = notedSegments(connection)
  const shafts: Shaft[] = []
  const before: Record<Side, Before> = { client: null, server: null }
  connection.segments.forEach((segment, at) => {
    const text = texts[at]
    if (text === undefined) return
    const shaft = shaftOf(segment, at, text, spots, xs, before[segment.from])
    if (!Number.isNaN(spots.arriveY[at] ?? NaN)) before[segment.from] = shaft
    shafts.push(shaft)
  })
  const labels = placeLabels(shafts, taken, [xs.client.x + SIZE.arrowInset, xs.server.x - SIZE.arrowInset])
  const arrows: Arrow[] = []
  connection.segments.forEach(({ n, from, t, arrives, flags, certainty, provenance }, at) => {
    const shaft = shafts[at]
    const label = labels[at]
    if (shaft === undefined || label === undefined) return
    const { x1, y1, x2, y2 } = shaft
    const lost = Number.isNaN(spots.arriveY[at] ?? NaN)
    arrows.push({
      n,
      from,
      tone: segmentTone(flags),
      t,
      arrives: lost ? null : (arrives ?? t),
      x1,
      y1,
      x2,
      y2,
      end: lost ? 'cross' : 'head',
      unknown: certainty === 'unknown',
      noted: noted.has(n),
      provenance,
      label,
    })
  })
  return arrows
}
