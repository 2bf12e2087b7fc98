import fc from 'fast-check'
import { NODE_EVENTS, SIDES, TCP_STATES, type Side } from '@shared/trace/names'
import type { Connection, TraceSegment, TraceState } from '@shared/trace/schema'
import { connection, event, segment, state } from './conversations'

const side = fc.constantFrom(...SIDES)
const time = fc.integer({ min: 0, max: 400 }).map((quarter) => quarter / 4)

const anySegment = fc.record({
  t: time,
  side,
  flags: fc.constantFrom('S', 'SA', 'A', 'PA', 'FA', 'RA'),
  seq: fc.nat(100_000),
  len: fc.nat(1460),
  delay: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120 })),
  lost: fc.boolean(),
  retransmission: fc.boolean(),
})

const anyEvent = fc.record({
  t: time,
  side,
  name: fc.constantFrom(...NODE_EVENTS, 'call:write' as const),
  bytes: fc.nat(9999),
})

const anyState = fc.record({ t: time, side, name: fc.constantFrom(...TCP_STATES) })

function segmentsOf(drafts: readonly (typeof anySegment extends fc.Arbitrary<infer T> ? T : never)[]): TraceSegment[] {
  const inOrder = [...drafts].sort((a, b) => a.t - b.t)
  return inOrder.map(({ t, side: from, flags, seq, len, delay, lost, retransmission }, i) =>
    segment(i + 1, t, `${from === 'client' ? 'c' : 's'}:${flags}:${seq}/${flags === 'S' ? '-' : 1}+${len}`, {
      delay,
      ...(lost && i % 5 === 0 ? { lost } : {}),
      ...(retransmission ? { retransmission } : {}),
    }),
  )
}

/** Ties some states to segments, as the model does; the rest have a time only. */
const statesOf = (
  drafts: readonly { t: number; side: Side; name: TraceState['state'] }[],
  segments: readonly TraceSegment[],
): TraceState[] =>
  [...drafts]
    .sort((a, b) => a.t - b.t)
    .map(({ t, side: of, name }, i) => {
      const cause = segments[i]
      if (cause === undefined || i % 2 === 0) return state(t, of, name)
      const at = cause.from === of ? cause.t : (cause.arrives ?? cause.t)
      return state(at, of, name, { segment: cause.n })
    })

/** Any conversation at all, sensible or not: the drawing has to hold for it. */
export const anyConnection: fc.Arbitrary<Connection> = fc
  .tuple(
    fc.array(anySegment, { maxLength: 40 }),
    fc.array(anyEvent, { maxLength: 30 }),
    fc.array(anyState, { maxLength: 12 }),
  )
  .map(([drafts, eventDrafts, stateDrafts]) => {
    const segments = segmentsOf(drafts)
    const events = [...eventDrafts]
      .sort((a, b) => a.t - b.t)
      .map(({ t, side: of, name, bytes }) => event(t, of, name, { bytes }))
    return connection({ segments, events, states: statesOf(stateDrafts, segments) })
  })
