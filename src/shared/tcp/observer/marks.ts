import type { Mark, TcpState } from '../../trace/names'
import { ACK, FIN, RST, sequenceLength, SYN } from '../../trace/flags'
import { add, ge, gt, le, lt } from '../seq'
import { isSynchronized } from '../states'
import type { Flow } from './flow'
import type { Seen } from './seen'

/** A segment that was asked for by duplicate ACKs follows them within this many milliseconds. */
const SOON = 20
/** How much later than its neighbours a segment may come and still only be out of order, where no round trip is known. */
const OUT_OF_ORDER = 3

/** The direction in which a segment goes, and the other one. */
export interface Ways {
  readonly own: Flow
  readonly peer: Flow
  /** Milliseconds from the SYN to the ACK that ends the handshake; null where the capture does not hold it. */
  readonly roundTrip: number | null
}

/** A segment at the moment at which it passes. */
export interface Situation {
  readonly segment: Seen
  readonly ways: Ways
  readonly marks: readonly Mark[]
  /** The states of its sender and its receiver before; null where nothing tells. */
  readonly before: { readonly own: TcpState | null; readonly peer: TcpState | null }
  /** Its sender's state once what it acknowledges has arrived. */
  readonly settled: TcpState | null
  /** The segment before it, where its receiver could not believe it. */
  readonly doubtful: Seen | null
}

/**
 * What a segment is by its numbers alone, before it is taken in. The rules agree with those of Wireshark's
 * tcp.analysis wherever the RFCs do not say otherwise; what state the ends are in decides the rest (observe.ts).
 */
export function marksOf(segment: Seen, ways: Ways): Mark[] {
  const { own, peer } = ways
  if (own.next === null) return ackMarks(segment, peer)
  return [
    ...numberMarks(segment, ways),
    ...windowMarks(segment, ways),
    ...(isPureAck(segment) ? pureAckMarks(segment, ways) : []),
    ...ackMarks(segment, peer),
    ...sackMarks(segment),
  ]
}

function numberMarks(segment: Seen, ways: Ways): Mark[] {
  const { own, peer } = ways
  const { seq, len, flags } = segment
  const next = own.next ?? seq
  const control = (flags & (SYN | FIN | RST)) !== 0
  if (gt(seq, next) && (flags & RST) === 0) return ['missed-before']
  if (len === 1 && seq === next && peer.window === 0 && !control) return ['zero-window-probe']
  if (len <= 1 && seq === add(next, -1) && !control) return ['keep-alive']
  if (sequenceLength(segment) === 0 || !lt(seq, next)) return []
  // Where two SYNs cross, each end sends its SYN once more, with an ACK (RFC 9293 §3.5, Figure 7).
  if ((flags & (SYN | ACK)) === (SYN | ACK) && !own.hasAnswered) return []
  return again(segment, ways)
}

/** A segment with numbers below the highest one sent. */
function again(segment: Seen, { own, peer, roundTrip }: Ways): Mark[] {
  const { seq, t } = segment
  const end = add(seq, sequenceLength(segment))
  if (peer.ack !== null && le(end, peer.ack)) return ['retransmission', 'spurious-retransmission']
  const asked = peer.duplicates >= 2 && peer.ack === seq && t - peer.ackTime <= SOON
  if (own.fillsGap(seq, end)) {
    const gap = own.gaps.find(({ from, to }) => le(from, seq) && ge(to, end))
    const soon = gap !== undefined && t - gap.t < (roundTrip ?? OUT_OF_ORDER)
    if (soon && !asked) return ['out-of-order']
  }
  return asked ? ['retransmission', 'fast-retransmission'] : ['retransmission']
}

function windowMarks(segment: Seen, { peer }: Ways): Mark[] {
  const { seq, len, flags, window } = segment
  const marks: Mark[] = []
  if ((flags & (SYN | FIN | RST)) !== 0) return marks
  if (window === 0) marks.push('zero-window')
  const room = peer.windowBytes()
  const full = len > 0 && room !== null && peer.ack !== null && add(seq, len) === add(peer.ack, room)
  if (full) marks.push('window-full')
  return marks
}

function ackMarks({ ack, flags }: Seen, peer: Flow): Mark[] {
  if ((flags & ACK) === 0 || (flags & RST) !== 0 || peer.next === null) return []
  return gt(ack, peer.next) ? ['acks-missed'] : []
}

/** RFC 2883 §4: the first block lies below the acknowledgement, or within the second block. */
function sackMarks({ sack, ack }: Seen): Mark[] {
  const [first, second] = sack
  if (first === undefined) return []
  const below = le(first[1], ack)
  const within = second !== undefined && ge(first[0], second[0]) && le(first[1], second[1])
  return below || within ? ['sack', 'd-sack'] : ['sack']
}

/** A segment that carries an acknowledgement and nothing else. */
export const isPureAck = ({ len, flags }: Seen): boolean => len === 0 && (flags & (SYN | FIN | RST | ACK)) === ACK

/** What a pure ACK is beside the one before it. */
function pureAckMarks(segment: Seen, { own, peer }: Ways): Mark[] {
  const { seq, ack, window } = segment
  if (own.ack === null || own.window === null || seq !== own.next) return []
  // RFC 6582 §3.2: it moves on, but not to all that was outstanding when data was sent again.
  if (ack !== own.ack) return peer.recover !== null && lt(ack, peer.recover) ? ['partial-ack'] : []
  const last = peer.last
  if (last !== null && last.len === 1 && own.window === 0 && window === 0) return ['zero-window-probe-ack']
  if (window !== own.window) return window > 0 ? ['window-update'] : []
  if (last !== null && isKeepAlive(last, ack)) return ['keep-alive-ack']
  const waiting = peer.next !== null && gt(peer.next, ack)
  return waiting && window > 0 ? ['duplicate-ack'] : []
}

const isKeepAlive = ({ seq, len, flags }: Seen, ack: number): boolean =>
  len <= 1 && (flags & (SYN | FIN | RST)) === 0 && seq === add(ack, -1)

/** What the states of both ends, as far as they are known, say of a segment. */
export function conductMarks({ segment, ways, before, doubtful }: Situation): Mark[] {
  const { flags } = segment
  const { own, peer } = ways
  const marks: Mark[] = []
  if ((flags & (SYN | ACK)) === SYN && before.peer === 'SYN-SENT') marks.push('simultaneous-open')
  if ((flags & (SYN | ACK)) === SYN && before.own !== null && isSynchronized(before.own)) marks.push('half-open')
  // The other end's FIN has passed, and this one does not acknowledge it yet.
  if ((flags & FIN) !== 0 && own.fin === null && peer.fin !== null && le(segment.ack, peer.fin)) {
    marks.push('simultaneous-close')
  }
  if ((flags & RST) !== 0 && own.next === null && peer.isnSeen) marks.push('refused')
  if ((flags & RST) !== 0 && before.peer === 'TIME-WAIT') marks.push('time-wait-assassination')
  if (isPureAck(segment) && doubtful !== null && doubtful.from !== segment.from) marks.push('challenge-ack')
  return marks
}
