import { describe, expect, it } from 'vitest'
import { WHAT_IF } from '@shared/scenario/catalogue/what-if'
import { observe } from '@shared/tcp/observer/observe'
import { simulate } from '@shared/tcp/simulate'
import { SIDES, type Side } from '@shared/trace/names'
import type { Connection, TraceSegment } from '@shared/trace/schema'

/** What a watcher half-way between two ends sees of a connection; what is lost is lost behind it. */
function seenHalfway({ segments }: Connection): TraceSegment[] {
  return segments
    .map((segment) => ({ ...segment, t: passes(segment) }))
    .sort((a, b) => a.t - b.t)
    .map((segment, i) => ({ ...segment, n: i + 1 }))
}

const passes = ({ t, arrives }: TraceSegment): number => (arrives ? (t + arrives) / 2 : t + 10)

/** What no segment tells: a listener that opened before, the end of TIME-WAIT, and that an end gives up. */
const SILENT = new Set([
  'closed-passive-open',
  'time-wait-2msl-timeout',
  'syn-received-give-up',
  'fin-wait-2-fin-wait-2-timeout',
])

/** The states that an end enters, without those that no segment tells of. */
function told(connection: Pick<Connection, 'states'>, side: Side): string[] {
  const own = connection.states.filter((state) => state.side === side)
  const from = Math.max(
    0,
    own.findIndex(({ transition }) => transition === 'closed-passive-open'),
  )
  return own.slice(from).flatMap(({ state, transition }, i) => (i > 0 && SILENT.has(transition ?? '') ? [] : [state]))
}

/** Where a watcher must see something else than the ends themselves know. */
const SEEN_OTHERWISE: Readonly<Record<string, Partial<Record<Side, string>>>> = {
  // That a listener stood there too, before it opened actively, no segment tells.
  'two-passive-sockets': { client: 'CLOSED SYN-SENT ESTABLISHED' },
  // The simulator has one record an end; the watcher sees that a listener answers the second SYN.
  'half-open-discovery': { server: 'LISTEN SYN-RECEIVED ESTABLISHED CLOSED LISTEN SYN-RECEIVED ESTABLISHED' },
}

describe('observe', () => {
  const playable = WHAT_IF.map(({ scenario }) => scenario).filter(({ counterfactual }) => counterfactual === undefined)
  it.each(playable.map((scenario) => [scenario.id, scenario] as const))('finds the states of %s', (id, scenario) => {
    const trace = simulate(scenario)
    if (!trace.ok) throw new Error(trace.error.message)
    for (const connection of trace.value.connections) {
      const observation = observe(seenHalfway(connection))
      for (const side of SIDES) {
        // Of an end that sent nothing, nothing can be told.
        if (connection.segments.every(({ from }) => from !== side)) continue
        expect(told({ states: [...observation.states] }, side).join(' ')).toBe(
          SEEN_OTHERWISE[id]?.[side] ?? told(connection, side).join(' '),
        )
      }
    }
  })
})
