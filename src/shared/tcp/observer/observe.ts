import { otherSide, SIDES, type Mark, type Side, type TcpState } from '../../trace/names'
import type { Reason, TraceSegment, TraceState } from '../../trace/schema'
import { ACK, RST, sequenceLength, SYN } from '../../trace/flags'
import { withParams } from '../reasons'
import { add, distance, ge, gt, lt, type Seq } from '../seq'
import { WatchedEnd } from './end'
import { Flow } from './flow'
import { conductMarks, marksOf, type Situation, type Ways } from './marks'
import { ackReason, sentReason } from './reasons'
import { seenOf, type Seen } from './seen'

/** What a watcher can say of a connection. */
export interface Observation {
  /** The segments that were given, each with what it is and why it was sent. */
  readonly segments: readonly TraceSegment[]
  /** By time; the states of each end in their order. */
  readonly states: readonly TraceState[]
}

/**
 * Watches one connection's segments go by as an endpoint of RFC 9293 would that neither sends nor receives, and derives
 * what each is, why it was sent, and which states both ends must be in. Nothing is known but the segments; what the
 * watcher is not told of, a program's calls above all, it does not claim.
 *
 * @param segments - captured, of one connection, in the order in which they passed
 */
export function observe(segments: readonly TraceSegment[]): Observation {
  const watch = new Watch(segments.map(seenOf))
  const told = segments.map((segment) => Object.assign(withoutJudgement(segment), watch.pass(segment)))
  return { segments: told, states: watch.states() }
}

class Watch {
  private readonly flows: Readonly<Record<Side, Flow>> = { client: new Flow(), server: new Flow() }
  private readonly ends: Readonly<Record<Side, WatchedEnd>> = {
    client: new WatchedEnd('client'),
    server: new WatchedEnd('server'),
  }
  private roundTrip: number | null = null
  /** The last segment, where its receiver could not believe it. */
  private doubtful: Seen | null = null

  constructor(segments: readonly Seen[]) {
    const [first] = segments
    if (first === undefined) return
    const answer = segments.find(({ from }) => from === 'server')
    for (const [side, state] of firstStates(first, answer)) this.ends[side].begin(state, first.t)
  }

  /** Takes a segment in, and says what it is and why it was sent. */
  pass(captured: TraceSegment): Pick<TraceSegment, 'marks' | 'retransmission' | 'why'> {
    const { n } = captured
    const segment = seenOf(captured)
    const { from, flags, seq } = segment
    const [own, peer] = [this.flows[from], this.flows[otherSide(from)]]
    if ((flags & SYN) !== 0 && own.isnSeen && seq !== own.isn) own.restart()
    const ways: Ways = { own, peer, roundTrip: this.roundTrip }
    const end = this.ends[from]
    const before = { own: end.state, peer: this.ends[otherSide(from)].state }
    const marks = marksOf(segment, ways)
    end.settle(segment)
    const situation: Situation = { segment, ways, marks, before, settled: end.state, doubtful: this.doubtful }
    end.sends(segment, n)
    const conduct = conductMarks(situation)
    // An answer to what can't be believed asks for nothing to be sent again.
    if (conduct.includes('challenge-ack')) marks.length = 0
    marks.push(...conduct)
    const why = explained(captured, own.ack, sentReason(situation), ackReason(situation))
    this.take(segment, ways, marks)
    this.arrive(segment, n, peer)
    return {
      ...(marks.length === 0 ? {} : { marks }),
      ...(marks.includes('retransmission') ? { retransmission: true } : {}),
      why,
    }
  }

  states(): readonly TraceState[] {
    for (const side of SIDES) this.ends[side].end()
    return [...this.ends.client.states, ...this.ends.server.states].sort((a, b) => a.t - b.t)
  }

  /** Takes over what the segment announces. */
  private take(segment: Seen, { own, peer }: Ways, marks: readonly Mark[]): void {
    const { flags, ack, window, t } = segment
    const isData = !marks.includes('keep-alive') && !marks.includes('zero-window-probe')
    if (marks.includes('retransmission')) own.recover ??= own.next
    if (isData) own.send(segment)
    else own.last = segment
    if ((flags & SYN) !== 0 && this.roundTrip === null) this.agree(segment)
    else if (this.roundTrip === null && own.synTime !== null && peer.hasAnswered) this.roundTrip = t - own.synTime
    if ((flags & ACK) === 0 || (flags & RST) !== 0) return
    // A capture that begins in the middle: what the other end has sent until now, its acknowledgement tells.
    if (peer.isn === null) peer.isn = add(ack, -1)
    if (peer.next === null) peer.next = ack
    if (marks.includes('duplicate-ack')) own.duplicates += 1
    else if (own.ack === null || gt(ack, own.ack)) own.duplicates = 0
    if (own.ack === null || ge(ack, own.ack)) {
      own.ack = ack
      own.ackTime = t
    }
    own.window = window
    peer.acknowledged(ack)
  }

  /** RFC 7323 §2.2: windows count in units only where both SYNs offer it. Without it they count in bytes. */
  private agree({ flags, windowScale, from, t }: Seen): void {
    const [own, peer] = [this.flows[from], this.flows[otherSide(from)]]
    own.offered = windowScale
    if ((flags & ACK) === 0) {
      own.synTime = t
      return
    }
    const both = peer.offered !== null && windowScale !== null
    own.scale = both ? windowScale : 0
    peer.scale = both ? peer.offered : 0
  }

  /** RFC 9293 §3.10.7.4 and RFC 5961: a SYN on a standing connection and a RST beside the next number are not believed. */
  private arrive(segment: Seen, n: number, peer: Flow): void {
    const { flags, seq, from } = segment
    const [own, receiver] = [this.flows[from], this.ends[otherSide(from)]]
    const synOnStanding = (flags & SYN) !== 0 && receiver.stands
    const rstBeside =
      (flags & RST) !== 0 && peer.ack !== null && own.next !== null && (lt(seq, peer.ack) || gt(seq, own.next))
    this.doubtful = synOnStanding || rstBeside ? segment : null
    if (this.doubtful === null) receiver.receives(segment, n, { fin: peer.fin })
  }
}

/** The states in which the capture finds the two ends, as far as its first segments tell. */
function firstStates(first: Seen, answer: Seen | undefined): readonly (readonly [Side, TcpState])[] {
  if ((first.flags & RST) !== 0) return []
  if ((first.flags & SYN) === 0) {
    return [
      ['client', 'ESTABLISHED'],
      ['server', 'ESTABLISHED'],
    ]
  }
  if ((first.flags & ACK) !== 0) {
    return [
      ['client', 'SYN-SENT'],
      ['server', 'SYN-RECEIVED'],
    ]
  }
  if (answer === undefined) return [['client', 'CLOSED']]
  const isListening = (answer.flags & (SYN | ACK)) === (SYN | ACK)
  return [
    ['client', 'CLOSED'],
    ['server', isListening ? 'LISTEN' : 'CLOSED'],
  ]
}

/** Fills in the numbers that the sentences name, relative to the initial ones: see shared/tcp/record.ts. */
function explained(
  { relSeq, relAck, ack, len, flags }: TraceSegment,
  before: Seq | null,
  sent: Reason,
  acknowledged: Reason | null,
): NonNullable<TraceSegment['why']> {
  const next = relSeq + sequenceLength({ len, flags })
  const moved = ack === null || before === null ? 0 : distance(ack, before)
  return {
    sent: withParams(sent, { seq: relSeq, len, next, ack: relAck }),
    ack:
      acknowledged === null || relAck === null
        ? null
        : withParams(acknowledged, { before: relAck - moved, new: moved, ack: relAck }),
  }
}

/** What the reader of the packets took it for, the watcher decides anew. */
function withoutJudgement(segment: TraceSegment): TraceSegment {
  const copy = { ...segment }
  delete copy.retransmission
  return copy
}
