import { explain, say, type Language } from '../text'
import { otherSide, type Provenance } from '../trace/names'
import type { Connection, TraceEvent, TraceSegment, TraceState } from '../trace/schema'
import { addressText } from './layout'
import { durationText, eventText, flagText } from './labels'
import type { SeqMode } from './options'

/** `Segment 2 · SYN,ACK`. */
export const headline = (segment: TraceSegment, language: Language): string =>
  say('diagram.headline', language, { n: segment.n, flags: flagText(segment.flags) })

const provenanceText = (provenance: Provenance, language: Language): string =>
  say(`diagram.provenance.${provenance}`, language)

const FATES = ['stale', 'retransmission', 'duplicate', 'lost'] as const

/** What is said after the facts: what nobody can know, and why. */
function remarks(segment: TraceSegment, language: Language): readonly string[] {
  const said: string[] = []
  if (segment.certainty === 'unknown') said.push(say('diagram.sentence.unknown', language))
  const { why } = segment
  if (why !== undefined) {
    const sent = explain(why.sent, language)
    const ack = why.ack === null ? sent : explain(why.ack, language)
    said.push(...new Set([sent, ack]))
  }
  return said
}

/** The bare facts of a segment: who, what, the numbers, where it comes from, and what became of it. */
export function factSentence(segment: TraceSegment, language: Language, mode: SeqMode = 'relative'): string {
  const seq = mode === 'relative' ? segment.relSeq : segment.seq
  const ack = mode === 'relative' ? segment.relAck : segment.ack
  const { len } = segment
  const facts = [say('diagram.sentence.seq', language, { seq })]
  if (ack !== null) facts.push(say('diagram.sentence.ack', language, { ack }))
  if (len > 0) facts.push(say(len === 1 ? 'diagram.sentence.byte' : 'diagram.sentence.bytes', language, { len }))
  facts.push(provenanceText(segment.provenance, language))
  const first = say('diagram.sentence.segment', language, {
    n: segment.n,
    from: say(`diagram.the.${segment.from}`, language),
    to: say(`diagram.the.${otherSide(segment.from)}`, language),
    flags: flagText(segment.flags, ' '),
    facts: facts.join(say('diagram.list.separator', language)),
  })
  const fates = FATES.filter((fate) => segment[fate] === true).map((fate) => say(`diagram.sentence.${fate}`, language))
  return [first, ...fates].join(say('diagram.sentence.space', language))
}

/** One segment in words: the facts, what became of it, and the model's own reasons. */
const sentence = (segment: TraceSegment, language: Language, mode: SeqMode = 'relative'): string =>
  [factSentence(segment, language, mode), ...remarks(segment, language)].join(say('diagram.sentence.space', language))

/** The text alternative: one sentence (and its reasons) a segment, in order. */
export const describe = (connection: Connection, language: Language, mode: SeqMode = 'relative'): readonly string[] =>
  connection.segments.map((segment) => sentence(segment, language, mode))

/** `Client event 'connect', observed, at 3.5 ms`. */
export function eventSentence(event: TraceEvent, language: Language): string {
  const code = event.name.startsWith('call:') ? 'diagram.sentence.call' : 'diagram.sentence.event'
  return say(code, language, {
    side: say(`diagram.side.${event.side}`, language),
    text: eventText(event),
    provenance: provenanceText(event.provenance, language),
    time: durationText(event.t, language),
  })
}

/** `Server enters SYN-RECEIVED, inferred`. */
export function stateSentence(state: TraceState, language: Language): string {
  const code = state.transition === null ? 'diagram.sentence.starts' : 'diagram.sentence.state'
  return say(code, language, {
    side: say(`diagram.side.${state.side}`, language),
    state: state.state,
    provenance: provenanceText(state.provenance, language),
  })
}

/** `no segments`, `1 segment`, `10 segments`. */
function counted(what: 'segments' | 'events', count: number, language: Language): string {
  const form = count === 0 ? 'none' : count === 1 ? 'one' : 'many'
  return say(`diagram.summary.${what}.${form}`, language, { count })
}

/** The whole connection in two sentences: what it is, and where its segments come from. */
export function summary(connection: Connection, language: Language): string {
  const { client, server, segments, events } = connection
  const where = (address: Connection['client']): string =>
    address === null ? say('diagram.somewhere', language) : addressText(address)
  const first = say('diagram.summary', language, {
    client: where(client),
    server: where(server),
    segments: counted('segments', segments.length, language),
    events: counted('events', events.length, language),
  })
  const provenances = [...new Set(segments.map(({ provenance }) => provenance))]
  const rest = provenances.map((provenance) => say(`diagram.summary.provenance.${provenance}`, language))
  return [first, ...rest].join(say('diagram.sentence.space', language))
}
