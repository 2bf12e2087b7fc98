import { say, writeNumber, type Language } from '../text'
import type { Side } from '../trace/names'
import type { Connection, TraceEvent, TraceSegment } from '../trace/schema'

/** Segments of a long transfer that say the same over and over: data and acknowledgements, with nothing unusual. */
export interface Fold {
  /** Numbers of the first and the last of them, and of the segment after them. */
  readonly first: number
  readonly last: number
  readonly before: number
  readonly count: number
  /** Bytes of data that they carry, by sender. */
  readonly bytes: Readonly<Record<Side, number>>
}

export interface Folded {
  /** What is left to be drawn, listed and explained. */
  readonly connection: Connection
  /** By the number of the segment after each. */
  readonly folds: ReadonlyMap<number, Fold>
}

/** A run is folded from so many segments on; this many of it stay at either end, to show what was folded. */
const LEAST = 24
const KEPT = 6
/** What the program does and is told of again and again meanwhile. */
const REPEATED: ReadonlySet<TraceEvent['name']> = new Set<TraceEvent['name']>(['data', 'drain', 'call:write'])

/** Takes the middle out of long runs of data and acknowledgements; in time linear in segments and events. */
export function fold(connection: Connection): Folded {
  const { events, notes, segments, states } = connection
  const told = new Set<number | undefined>()
  for (const { segment } of states) told.add(segment)
  for (const { segment } of notes) told.add(segment)
  const isPlain = (segment: TraceSegment): boolean =>
    segment.flags.every((flag) => flag === 'ACK' || flag === 'PSH') &&
    !(segment.lost || segment.retransmission || segment.duplicate || segment.stale) &&
    segment.certainty !== 'unknown' &&
    !told.has(segment.n)

  const kept: TraceSegment[] = []
  const folds = new Map<number, Fold>()
  const spans: (readonly [from: number, to: number])[] = []
  let run: TraceSegment[] = []
  const endRun = (): void => {
    const middle = run.length < LEAST ? [] : run.slice(KEPT, -KEPT)
    const [first, last, after] = [middle[0], middle.at(-1), run[run.length - KEPT]]
    if (first === undefined || last === undefined || after === undefined) {
      for (const segment of run) kept.push(segment)
    } else {
      for (const segment of run.slice(0, KEPT)) kept.push(segment)
      for (const segment of run.slice(-KEPT)) kept.push(segment)
      const bytes = { client: 0, server: 0 }
      for (const { from, len } of middle) bytes[from] += len
      folds.set(after.n, { first: first.n, last: last.n, before: after.n, count: middle.length, bytes })
      spans.push([first.t, last.t])
    }
    run = []
  }
  for (const segment of segments) {
    if (isPlain(segment)) {
      run.push(segment)
      continue
    }
    endRun()
    kept.push(segment)
  }
  endRun()
  if (folds.size === 0) return { connection, folds }

  const left = new Map<number, number>()
  const keptEvents: TraceEvent[] = []
  let at = 0
  events.forEach((event, index) => {
    while ((spans[at]?.[1] ?? Infinity) < event.t) at += 1
    if (REPEATED.has(event.name) && event.t >= (spans[at]?.[0] ?? Infinity)) return
    left.set(index, keptEvents.length)
    keptEvents.push(event)
  })
  const moved = states.map(({ event, ...state }) => {
    const now = event === undefined ? undefined : left.get(event)
    return now === undefined ? state : { ...state, event: now }
  })
  return { connection: { ...connection, segments: kept, events: keptEvents, states: moved }, folds }
}

/** `Segments 30 to 918: 889 more of data and acknowledgements, 4,194,304 bytes from the client.` */
export function foldText({ bytes, count, first, last }: Fold, language: Language): string {
  const carried = (['client', 'server'] as const).flatMap((side) =>
    bytes[side] === 0 ? [] : [say(`handout.folded.${side}`, language, { bytes: writeNumber(bytes[side], language) })],
  )
  const what = say('handout.folded', language, { first, last, count: writeNumber(count, language) })
  return [what, ...carried].join(say('diagram.list.separator', language))
}
