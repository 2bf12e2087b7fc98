import { SIDES, otherSide, type Side, type TcpState } from '../trace/names'
import { has, type Facts } from './facts'
import type { Guess, Rule } from './rule'

/** Ways to be wrong about the states of the two ends (RFC 9293 §3.3.2). */

/** `expected` taken for one of `given`, on whichever side it is so. */
function taken(
  facts: Facts,
  expected: readonly TcpState[],
  given: readonly TcpState[],
  only: (side: Side) => boolean = () => true,
): readonly Guess[] {
  return SIDES.flatMap((side) => {
    const state = facts.states[side]
    if (state === null || !expected.includes(state) || !only(side)) return []
    return given.filter((one) => one !== state).map((one) => ({ states: { [side]: one }, weight: 3 }))
  })
}

const closedFirst = (facts: Facts): Side | null =>
  facts.connection.segments.find((segment) => has(segment, 'FIN'))?.from ?? null

export const STATE_RULES: readonly Rule[] = [
  {
    id: 'two-way-handshake',
    fourteen: 2,
    source: 'RFC 9293 §3.5',
    guess: (facts) => taken(facts, ['SYN-RECEIVED'], ['ESTABLISHED']),
  },
  {
    id: 'passive-side-waits',
    fourteen: 9,
    source: 'RFC 9293 §3.3.2, §3.6.1',
    guess: (facts) =>
      taken(facts, ['CLOSE-WAIT', 'LAST-ACK', 'CLOSED'], ['TIME-WAIT'], (side) => side !== closedFirst(facts)),
  },
  {
    id: 'closed-at-once',
    fourteen: 11,
    source: 'RFC 9293 §3.3.2, §3.6.1',
    guess: (facts) => taken(facts, ['FIN-WAIT-1', 'TIME-WAIT', 'LAST-ACK'], ['CLOSED']),
  },
  {
    id: 'one-fin-closes-both',
    fourteen: 7,
    source: 'RFC 9293 §3.6',
    guess: (facts) => [
      ...taken(facts, ['CLOSE-WAIT'], ['CLOSED', 'LAST-ACK']),
      ...taken(facts, ['FIN-WAIT-2'], ['CLOSED', 'TIME-WAIT']),
    ],
  },
  {
    id: 'always-fin-wait-2',
    fourteen: 6,
    source: 'RFC 9293 §3.3.2',
    guess: (facts) => taken(facts, ['TIME-WAIT'], ['FIN-WAIT-2']),
  },
  {
    id: 'half-open-half-closed',
    fourteen: 8,
    source: 'RFC 9293 §3.5.1',
    guess: (facts) =>
      taken(facts, ['ESTABLISHED'], ['CLOSE-WAIT', 'FIN-WAIT-2'], (side) =>
        ['CLOSED', 'LISTEN', 'SYN-SENT'].includes(facts.states[otherSide(side)] ?? ''),
      ),
  },
  {
    id: 'no-crossing',
    fourteen: 12,
    source: 'RFC 9293 §3.6',
    guess: (facts) => taken(facts, ['CLOSING'], ['FIN-WAIT-2', 'TIME-WAIT']),
  },
  {
    id: 'reset-waits',
    fourteen: 10,
    source: 'RFC 9293 §3.10.5; Linux tcp_reset',
    guess: (facts) =>
      has(facts.segment, 'RST') ? taken(facts, ['CLOSED'], ['TIME-WAIT', 'CLOSE-WAIT', 'FIN-WAIT-1']) : [],
  },
]
