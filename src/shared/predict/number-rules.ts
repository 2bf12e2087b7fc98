import { add } from '../tcp/seq'
import { sequenceLength } from '../trace/flags'
import type { TraceSegment } from '../trace/schema'
import { has, isPureAck, prematureAcks, type Facts } from './facts'
import type { Guess, Rule } from './rule'

/** Ways to be wrong about seq and ack (RFC 9293 §3.4). */

/** The relative ack, or NaN without ACK: a guess of NaN equals nothing. */
const ackOf = (facts: Facts): number => facts.segment.relAck ?? Number.NaN
const seqOf = (facts: Facts): number => facts.segment.relSeq
const freshHas = (facts: Facts, flag: 'SYN' | 'FIN'): boolean => facts.fresh.some((segment) => has(segment, flag))
const freshData = (facts: Facts): boolean => facts.fresh.some((segment) => segment.len > 0)
/** The segment's numbers as the notation asked for has them: what is put into the wrong field is put there as it stands. */
const written = ({ notation, segment }: Facts): { readonly seq: number; readonly ack: number | null } =>
  notation === 'absolute' ? segment : { seq: segment.relSeq, ack: segment.relAck }
const when = (condition: boolean, guess: Guess): readonly Guess[] => (condition ? [guess] : [])

const shifted = (facts: Facts, seq: boolean, ack: boolean, by: number, weight: number): readonly Guess[] =>
  when(seq || ack, {
    ...(seq && { seq: seqOf(facts) + by }),
    ...(ack && { ack: ackOf(facts) + by }),
    weight,
  })

export const NUMBER_RULES: readonly Rule[] = [
  {
    id: 'ack-last-byte',
    fourteen: 3,
    source: 'RFC 9293 §3.4',
    guess: (facts: Facts): readonly Guess[] => {
      const data = facts.received.some((segment) => segment.len > 0)
      return when(data, { ack: ackOf(facts) - 1, weight: freshData(facts) && !freshHas(facts, 'FIN') ? 3.2 : 2 })
    },
  },
  {
    id: 'syn-takes-none',
    fourteen: 4,
    source: 'RFC 9293 §3.4',
    guess: (facts: Facts): readonly Guess[] => {
      const own = facts.sent.some((segment) => has(segment, 'SYN'))
      const peers = facts.received.some((segment) => has(segment, 'SYN'))
      const opening = freshHas(facts, 'SYN') || (facts.sent.at(-1)?.flags.includes('SYN') ?? false)
      return shifted(facts, own, peers, -1, opening ? 3.1 : 1.9)
    },
  },
  {
    id: 'fin-takes-none',
    fourteen: 7,
    source: 'RFC 9293 §3.4',
    guess: (facts: Facts): readonly Guess[] => {
      const own = facts.sent.some((segment) => has(segment, 'FIN'))
      const peers = facts.received.some((segment) => has(segment, 'FIN'))
      return shifted(facts, own, peers, -1, 3.3)
    },
  },
  {
    id: 'pure-ack-takes-one',
    fourteen: 4,
    source: 'RFC 9293 §3.4',
    guess: (facts: Facts): readonly Guess[] => {
      const own = facts.sent.filter(isPureAck).length
      const peers = facts.received.filter(isPureAck).length
      const all = { seq: seqOf(facts) + own, ack: ackOf(facts) + peers, weight: 3 }
      const lastOwn = facts.sent.at(-1)
      const lastPeers = facts.received.at(-1)
      return [
        ...when(own + peers > 0, all),
        ...when(lastOwn !== undefined && isPureAck(lastOwn), { seq: seqOf(facts) + 1, weight: 2.9 }),
        ...when(lastPeers !== undefined && isPureAck(lastPeers), { ack: ackOf(facts) + 1, weight: 2.9 }),
      ]
    },
  },
  {
    id: 'segment-takes-one',
    fourteen: 4,
    source: 'RFC 9293 §3.4',
    guess: (facts: Facts): readonly Guess[] =>
      [(): boolean => true, (one: TraceSegment): boolean => sequenceLength(one) > 0].flatMap((counts) =>
        when(facts.sent.length + facts.received.length > 0, {
          seq: facts.sent.filter(counts).length,
          ...(facts.segment.relAck !== null && { ack: facts.received.filter(counts).length }),
          weight: 2.1,
        }),
      ),
  },
  {
    id: 'isn-zero',
    fourteen: 5,
    source: 'RFC 9293 §3.4.1',
    guess: (facts: Facts): readonly Guess[] =>
      when(facts.notation === 'absolute' && has(facts.segment, 'SYN'), { seq: 0, literal: true, weight: 3.5 }),
  },
  {
    id: 'other-notation',
    fourteen: 5,
    source: 'RFC 9293 §3.4.1',
    guess: ({ notation, segment }) => [
      notation === 'absolute'
        ? { seq: segment.relSeq, ack: segment.relAck, literal: true, weight: 3 }
        : { seq: segment.seq, ack: segment.ack, literal: true, weight: 3 },
    ],
  },
  {
    id: 'swapped',
    fourteen: null,
    source: 'RFC 9293 §3.1',
    guess: (facts: Facts): readonly Guess[] => {
      const { seq, ack } = written(facts)
      return ack === null || ack === seq ? [] : [{ seq: ack, ack: seq, literal: true, together: true, weight: 3.6 }]
    },
  },
  {
    id: 'ack-own-seq',
    fourteen: null,
    source: 'RFC 9293 §3.4',
    guess: (facts: Facts): readonly Guess[] => {
      const { seq, ack } = written(facts)
      return when(ack !== null, { ack: seq, literal: true, weight: 2.2 })
    },
  },
  {
    id: 'ack-own-next',
    fourteen: null,
    source: 'RFC 9293 §3.4',
    guess: (facts: Facts): readonly Guess[] => {
      const { seq, ack } = written(facts)
      const taken = sequenceLength(facts.segment)
      const next = facts.notation === 'absolute' ? add(seq, taken) : seq + taken
      return when(taken > 0 && ack !== null, { ack: next, literal: true, weight: 2.2 })
    },
  },
  {
    id: 'ack-repeats-seq',
    fourteen: null,
    source: 'RFC 9293 §3.4',
    guess: (facts: Facts): readonly Guess[] => {
      const last = facts.fresh.at(-1)
      return last ? [{ ack: last.relSeq, weight: 2.5 }] : []
    },
  },
  {
    id: 'ack-stands-still',
    fourteen: 3,
    source: 'RFC 9293 §3.4',
    guess: ({ fresh, lastAck }) => (fresh.length > 0 && lastAck !== null ? [{ ack: lastAck, weight: 2.6 }] : []),
  },
  {
    id: 'ack-last-segment-only',
    fourteen: 3,
    source: 'RFC 9293 §3.4',
    guess: ({ received }: Facts): readonly Guess[] => {
      const data = received.filter((segment) => segment.len > 0)
      const last = data.at(-1)
      return last && data.length > 1
        ? [
            { ack: last.len, weight: 2.3 },
            { ack: last.len + 1, weight: 2.4 },
          ]
        : []
    },
  },
  {
    id: 'ack-over-gap',
    fourteen: 3,
    source: 'RFC 9293 §3.10.7.4',
    guess: (facts: Facts): readonly Guess[] => {
      const end = Math.max(...facts.received.filter((one) => !one.stale).map((one) => one.relSeq + sequenceLength(one)))
      return when(end > ackOf(facts), { ack: end, weight: 3.4 })
    },
  },
  {
    id: 'ack-not-arrived',
    fourteen: 12,
    source: 'RFC 9293 §3.10.7.4',
    guess: (facts: Facts): readonly Guess[] => {
      const flying = facts.peerSent.filter((one) => !one.stale && !facts.received.includes(one))
      const end = Math.max(...flying.map((one) => one.relSeq + sequenceLength(one)))
      return when(flying.length > 0 && end > (facts.segment.relAck ?? 0), { ack: end, weight: 3.4 })
    },
  },
  {
    id: 'own-data-not-counted',
    fourteen: 4,
    source: 'RFC 9293 §3.4',
    guess: ({ sent, segment }: Facts): readonly Guess[] => {
      const data = sent.findLast((one) => one.len > 0)
      return data ? [{ seq: segment.relSeq - data.len, weight: 2.4 }] : []
    },
  },
  {
    id: 'seq-continues-peer',
    fourteen: null,
    source: 'RFC 9293 §3.4',
    guess: (facts: Facts): readonly Guess[] => {
      const { ack } = written(facts)
      return ack === null ? [] : [{ seq: ack, literal: true, weight: has(facts.segment, 'SYN') ? 2.5 : 2 }]
    },
  },
  {
    id: 'seq-of-the-end',
    fourteen: null,
    source: 'RFC 9293 §3.4',
    guess: (facts: Facts): readonly Guess[] => {
      const taken = sequenceLength(facts.segment)
      return taken > 0 ? [0, 1].map((less) => ({ seq: seqOf(facts) + taken - less, weight: 2.3 })) : []
    },
  },
  {
    id: 'ack-without-flag',
    fourteen: null,
    source: 'RFC 9293 §3.1',
    guess: (facts: Facts): readonly Guess[] =>
      facts.segment.relAck === null ? prematureAcks(facts).map((ack) => ({ ack, withoutAck: true, weight: 3 })) : [],
  },
  {
    id: 'off-by-one',
    fourteen: null,
    source: 'RFC 9293 §3.4',
    guess: (facts: Facts): readonly Guess[] =>
      [-1, 1].map((by) => ({
        seq: seqOf(facts) + by,
        ...(facts.segment.relAck !== null && { ack: ackOf(facts) + by }),
        weight: 1,
      })),
  },
]
