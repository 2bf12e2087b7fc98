import { sequenceLength } from '../trace/flags'
import type { Side } from '../trace/names'
import type { Connection, TraceEvent, TraceSegment } from '../trace/schema'
import { factsOf, has, initialSequence } from './facts'

/** What a learner may see when the next segment is hidden, and what is told about that segment. */
export interface Question {
  readonly n: number
  /** Segments in the whole conversation. */
  readonly total: number
  readonly from: Side
  /** Bytes it carries: the program's doing, so it is told. */
  readonly len: number
  /** The call that made its sender send it; null where TCP answered by itself. */
  readonly cue: TraceEvent | null
  /** The conversation up to here: nothing of the segment, of what it causes, or of what comes later. */
  readonly shown: Connection
  /** Initial sequence numbers, for answers in absolute numbers; null where nothing tells. */
  readonly isn: Readonly<Record<Side, number | null>>
  readonly statesKnown: boolean
}

/**
 * Hides segment `n` of a conversation.
 *
 * @returns null where there is no such segment
 */
export function question(connection: Connection, n: number): Question | null {
  const facts = factsOf(connection, n, 'relative')
  if (!facts) return null
  const { segment } = facts
  const events = connection.events.filter((event) => event.t <= segment.t)
  const since = facts.sent.findLast(asked)?.t ?? -Infinity
  const cue = asked(segment)
    ? events.findLast((event) => event.side === segment.from && event.name.startsWith('call:') && event.t > since)
    : undefined
  const shown: Connection = {
    ...connection,
    events,
    segments: connection.segments.filter((one) => one.n < n),
    states: connection.states.filter((state) =>
      state.segment === undefined ? state.t < segment.t : state.segment < n,
    ),
    notes: connection.notes.filter((note) => (note.segment === undefined ? note.t < segment.t : note.segment < n)),
  }
  return {
    n,
    total: connection.segments.length,
    from: segment.from,
    len: segment.len,
    cue: cue && SENDING.has(cue.name) ? cue : null,
    shown,
    isn: { client: initialSequence(connection, 'client'), server: initialSequence(connection, 'server') },
    statesKnown: facts.states.client !== null && facts.states.server !== null,
  }
}

/** Whether a call can have asked for a segment; a pure ACK is TCP's own. */
const asked = (segment: TraceSegment): boolean => sequenceLength(segment) > 0 || has(segment, 'RST')

const SENDING: ReadonlySet<string> = new Set([
  'call:connect',
  'call:write',
  'call:end',
  'call:destroy',
  'call:resetAndDestroy',
])
