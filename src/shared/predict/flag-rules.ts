import { sameFlags } from '../trace/flags'
import type { Flag } from '../trace/names'
import { has, isPureAck, prematureAcks, type Facts } from './facts'
import type { Guess, Rule } from './rule'

/** Ways to be wrong about the control bits (RFC 9293 §3.1). */

const is = (facts: Facts, flags: readonly Flag[]): boolean => sameFlags(facts.segment.flags, flags)
const peerHasClosed = (facts: Facts): boolean => facts.received.some((segment) => has(segment, 'FIN'))
const calledDestroy = (facts: Facts): boolean =>
  facts.connection.events.some(
    (event) => event.side === facts.segment.from && event.name === 'call:destroy' && event.t <= facts.segment.t,
  )

const instead = (condition: boolean, weight: number, ...choices: readonly (readonly Flag[])[]): readonly Guess[] =>
  condition
    ? choices.map((flags) => ({ flags, ...(!flags.includes('ACK') && { ack: null, withoutAck: true }), weight }))
    : []

export const FLAG_RULES: readonly Rule[] = [
  {
    id: 'fin-alone',
    fourteen: 14,
    source: 'RFC 9293 §3.1',
    guess: (facts) => instead(is(facts, ['FIN', 'ACK']), 3, ['FIN']),
  },
  {
    id: 'ack-missing',
    fourteen: null,
    source: 'RFC 9293 §3.1',
    guess: (facts) => instead(isPureAck(facts.segment) || is(facts, ['ACK']), 3, []),
  },
  {
    id: 'syn-ack-split',
    fourteen: null,
    source: 'RFC 9293 §3.5',
    guess: (facts) => instead(is(facts, ['SYN', 'ACK']), 3, ['SYN'], ['ACK']),
  },
  {
    id: 'ack-on-first-syn',
    fourteen: null,
    source: 'RFC 9293 §3.5',
    guess: (facts) =>
      [null, ...prematureAcks(facts)].flatMap((ack) =>
        instead(is(facts, ['SYN']), 3, ['SYN', 'ACK']).map((guess) => ({ ...guess, ack, together: true })),
      ),
  },
  {
    id: 'syn-each-step',
    fourteen: null,
    source: 'RFC 9293 §3.5',
    guess: (facts) =>
      instead(isPureAck(facts.segment) && facts.fresh.some((one) => has(one, 'SYN')), 3, ['SYN'], ['SYN', 'ACK']),
  },
  {
    id: 'four-always',
    fourteen: 6,
    source: 'RFC 9293 §3.3.2',
    guess: (facts) => instead(is(facts, ['FIN', 'ACK']) && facts.fresh.some((one) => has(one, 'FIN')), 3, ['ACK']),
  },
  {
    id: 'fin-closes-both',
    fourteen: 7,
    source: 'RFC 9293 §3.6',
    guess: (facts) =>
      instead(peerHasClosed(facts) && is(facts, ['ACK']) && !facts.sent.some((one) => has(one, 'FIN')), 3, [
        'FIN',
        'ACK',
      ]),
  },
  {
    id: 'reset-as-fin',
    fourteen: 10,
    source: 'RFC 9293 §3.5.2',
    guess: (facts) => instead(has(facts.segment, 'RST'), 3, ['FIN'], ['FIN', 'ACK']),
  },
  {
    id: 'destroy-resets',
    fourteen: 11,
    source: 'Node net, socket.destroy()',
    guess: (facts) => instead(has(facts.segment, 'FIN') && calledDestroy(facts), 3.2, ['RST'], ['RST', 'ACK']),
  },
  {
    id: 'fin-as-reset',
    fourteen: 10,
    source: 'RFC 9293 §3.6',
    guess: (facts) => instead(has(facts.segment, 'FIN'), 3, ['RST'], ['RST', 'ACK']),
  },
]
