import { scaleLinear } from 'd3-scale'
import { otherSide, type Side } from '../trace/names'
import type { Connection, TraceEvent } from '../trace/schema'
import { joinLine, openLine, type OpenLine } from './event-lines'
import { arrivalOf, findCauses, moments, type Causes, type Moment } from './moments'
import { SIZE, type ResolvedOptions } from './options'

/**
 * Gives every moment its y in one pass over time. Three rules, strongest first:
 *
 * 1. On one lifeline, order is kept, with room for what is drawn there.
 * 2. A segment arrives below where it was sent.
 * 3. Nothing is drawn above what happened before it on the other side, except that an arrival is not pushed down
 *    further than MAX_SLANT by things its own lifeline knows nothing of: arrows stay readable in deep pipelines.
 */

/** Free pixels between two neighbours on a lifeline, with the usual spacing: row before, column after. */
const GAP: Readonly<Record<Moment['kind'], Readonly<Record<Moment['kind'], number>>>> = {
  send: { send: 30, arrive: 24, event: 16, state: 8 },
  arrive: { send: 24, arrive: 30, event: 14, state: 8 },
  event: { send: 14, arrive: 14, event: SIZE.target, state: 10 },
  state: { send: 6, arrive: 6, event: 22, state: SIZE.target },
}
const MIN_SLANT = 20
const MAX_SLANT = 160
/** How far a segment that gets lost would have come down on all of its way. */
export const LOST_SLANT = 24
/** Height a state's name needs to itself in the gutter. */
const STATE_ROW = SIZE.target
/** Silence that is worth a word: this long in milliseconds, with no segment under way; and the room for the word. */
const PAUSE = 40
const PAUSE_ROOM = 44
/** Of that room, how much is above the middle of the word: the label of the next arrow reaches up from below. */
const PAUSE_ABOVE = 14
/** With time in proportion: the height that the whole conversation would take if no label needed room. */
const ELAPSED_HEIGHT = 900

export interface Silence {
  readonly t: number
  readonly y: number
  readonly duration: number
  /** Segments were left out here: what is said of them. */
  readonly leftOut?: string
}

export interface Placement {
  readonly sendY: Float64Array
  /** NaN where a segment never arrives. */
  readonly arriveY: Float64Array
  readonly stateY: Float64Array
  readonly lines: readonly OpenLine[]
  readonly silences: readonly Silence[]
  /** Whether segments of both sides are ever under way at once. */
  readonly crossing: boolean
  readonly bottom: number
}

interface Cursor {
  y: number
  t: number
  kind: Moment['kind']
  stateY: number
  line: OpenLine | null
}

const fresh = (): Cursor => ({ y: -Infinity, t: -Infinity, kind: 'state', stateY: -Infinity, line: null })

const NONE: readonly number[] = []

const causedBy = (moment: Moment, causes: Causes): readonly number[] =>
  moment.kind === 'state' ? [moment.at] : (causes[moment.kind].get(moment.at) ?? NONE)

/** The y that elapsed time alone would give. */
function elapsedFloor(list: readonly Moment[], top: number, options: ResolvedOptions): (t: number) => number {
  const first = list[0]?.t ?? 0
  const last = list.at(-1)?.t ?? 0
  if (options.time === 'order' || last <= first) return () => top
  return scaleLinear([first, last], [top, top + ELAPSED_HEIGHT])
}

/** @param top - y of the first moment */
export function place(connection: Connection, top: number, options: ResolvedOptions): Placement {
  const causes = findCauses(connection)
  const list = moments(connection, causes)
  const floor = elapsedFloor(list, top, options)
  const { spacing } = options
  const stateRow = spacing * STATE_ROW
  const belowEvent = spacing * GAP.event.state
  const sendY = new Float64Array(connection.segments.length)
  const arriveY = new Float64Array(connection.segments.length).fill(NaN)
  const stateY = new Float64Array(connection.states.length)
  const lines: OpenLine[] = []
  const silences: Silence[] = []
  const cursors: Readonly<Record<Side, Cursor>> = { client: fresh(), server: fresh() }
  let latest = top
  let latestTime = list[0]?.t ?? 0
  const underWay: Record<Side, number> = { client: 0, server: 0 }
  let crossing = false

  /** Marks the silence before a moment, and answers the y below which things go on. */
  const afterSilence = (moment: Moment): number => {
    const segment = moment.kind === 'send' ? connection.segments[moment.at] : undefined
    const leftOut = segment === undefined ? undefined : options.leftOut.get(segment.n)
    if (leftOut !== undefined) {
      silences.push({ t: latestTime, y: latest + PAUSE_ABOVE, duration: 0, leftOut })
      return latest + PAUSE_ROOM
    }
    const duration = moment.t - latestTime
    if (options.time !== 'order' || underWay.client + underWay.server > 0 || duration < PAUSE) return latest
    silences.push({ t: latestTime, y: latest + PAUSE_ABOVE, duration })
    return latest + PAUSE_ROOM
  }

  const lowest = (moment: Moment, cursor: Cursor, states: number): number => {
    const own = cursor.y + spacing * GAP[cursor.kind][moment.kind]
    const clear = moment.kind === 'event' || states > 0 ? cursor.stateY + stateRow : 0
    return Math.max(own, clear, floor(moment.t))
  }

  const joined = (event: TraceEvent, at: number, cursor: Cursor): boolean =>
    cursor.line !== null && joinLine(cursor.line, event, at, options.measure)

  for (const moment of list) {
    const cursor = cursors[moment.side]
    const caused = causedBy(moment, causes)
    const event = moment.kind === 'event' ? connection.events[moment.at] : undefined
    if (event !== undefined && caused.length === 0 && joined(event, moment.at, cursor)) {
      latestTime = Math.max(latestTime, moment.t)
      continue
    }
    const before = afterSilence(moment)
    let y = lowest(moment, cursor, caused.length)
    if (moment.kind === 'arrive') {
      const sent = sendY[moment.at] ?? top
      y = Math.max(y, sent + spacing * MIN_SLANT, Math.min(before, sent + MAX_SLANT))
      arriveY[moment.at] = y
      underWay[otherSide(moment.side)] -= 1
    } else if (moment.kind === 'state' && moment.t === cursor.t) {
      y = Math.max(cursor.y + (cursor.kind === 'event' ? belowEvent : 0), cursor.stateY + stateRow)
    } else {
      y = Math.max(y, before)
    }
    if (moment.kind === 'send') {
      sendY[moment.at] = y
      const segment = connection.segments[moment.at]
      if (segment !== undefined && arrivalOf(segment) !== null) underWay[moment.side] += 1
      else latest = Math.max(latest, y + LOST_SLANT)
      crossing ||= underWay.client > 0 && underWay.server > 0
    }
    cursor.line = null
    if (event !== undefined) {
      cursor.line = openLine(event, moment.at, y, options.measure)
      lines.push(cursor.line)
    }
    cursor.y = y
    caused.forEach((state, i) => {
      // Beside an event's own text there is no room for the name of the state that it causes.
      cursor.stateY = y + (event === undefined ? 0 : belowEvent) + i * stateRow
      stateY[state] = cursor.stateY
      cursor.y = cursor.stateY
    })
    cursor.kind = moment.kind
    cursor.t = moment.t
    latest = Math.max(latest, cursor.y)
    latestTime = Math.max(latestTime, moment.t)
  }
  return { sendY, arriveY, stateY, lines, silences, crossing, bottom: latest }
}
