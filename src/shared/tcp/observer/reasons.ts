import type { Reason } from '../../trace/schema'
import { ACK, FIN, RST, SYN } from '../../trace/flags'
import { ACKS, SENT } from '../reasons'
import { add, distance, gt, lt } from '../seq'
import type { Situation } from './marks'

/** Below this many milliseconds no system that follows RFC 6298 or Linux's lower limit has let a timer run out. */
const LEAST_TIMEOUT = 200
/** From here on an acknowledgement was held back: Linux waits 40 ms, the RFC allows up to 500. */
const DELAYED = 20

/** Why the segment was sent, as far as the wire tells. */
export function sentReason(situation: Situation): Reason {
  const { segment } = situation
  if ((segment.flags & RST) !== 0) return resetReason(situation)
  if (situation.marks.includes('retransmission')) return againReason(situation)
  if ((segment.flags & SYN) !== 0) return synReason(situation)
  if (situation.marks.includes('zero-window-probe')) return SENT.windowProbe
  if (situation.marks.includes('keep-alive')) return SENT.keepAlive
  if (segment.len > 0) return (segment.flags & FIN) === 0 ? SENT.data : SENT.dataFin
  return (segment.flags & FIN) === 0 ? pureAckReason(situation) : SENT.fin
}

function synReason({ segment, before }: Situation): Reason {
  if ((segment.flags & ACK) === 0) return SENT.syn
  return before.own === 'SYN-SENT' ? SENT.synAckCrossed : SENT.synAck
}

function againReason({ segment, ways, marks }: Situation): Reason {
  if (marks.includes('fast-retransmission')) return SENT.retransmitFast
  const before = ways.own.sentAt(segment.seq)
  const waited = before === null ? null : segment.t - before
  if (waited !== null && waited >= LEAST_TIMEOUT) return SENT.retransmitTimeout
  return ways.own.recover !== null && gt(ways.own.recover, segment.seq) ? SENT.retransmitNext : SENT.retransmit
}

function resetReason({ segment, ways, settled, marks }: Situation): Reason {
  const { own, peer } = ways
  if (marks.includes('refused')) return SENT.rstClosed
  if (settled === 'SYN-SENT') return SENT.rstSynSent
  if (settled === 'SYN-RECEIVED') return SENT.rstSynReceived
  const answers = peer.last !== null && (segment.flags & ACK) === 0 && segment.seq === peer.last.ack
  if (own.fin !== null && peer.last !== null && peer.last.len > 0) return SENT.rstAfterClose
  if (settled === 'CLOSED' || (answers && settled === 'TIME-WAIT')) return SENT.rstClosed
  return SENT.rst
}

function pureAckReason({ segment, ways, before, marks, doubtful }: Situation): Reason {
  const { own, peer } = ways
  const { last } = peer
  if (marks.includes('challenge-ack') && doubtful !== null) {
    return (doubtful.flags & SYN) !== 0 ? SENT.challengeSyn : SENT.challengeRst
  }
  if (before.own === 'SYN-SENT') return SENT.handshakeAck
  if (marks.includes('window-update')) return SENT.windowUpdate
  if (marks.includes('duplicate-ack')) return SENT.ackOutOfOrder
  if (last === null) return SENT.ackData
  if ((last.flags & FIN) !== 0) return own.ack !== null && gt(own.ack, last.seq) ? SENT.ackFinAgain : SENT.ackFin
  if (own.ack !== null && !gt(segment.ack, own.ack)) return SENT.ackUnacceptable
  if (own.duplicates > 0) return SENT.ackGapFilled
  const since = segment.t - last.t
  if (since >= DELAYED) return SENT.ackDelayed
  return own.ack !== null && distance(segment.ack, own.ack) > last.len ? SENT.ackSecond : SENT.ackData
}

/** Why the acknowledgement number is what it is; null without ACK. */
export function ackReason({ segment, ways }: Situation): Reason | null {
  const { ack, flags } = segment
  if ((flags & ACK) === 0) return null
  const { own, peer } = ways
  if ((flags & RST) !== 0) return ACKS.reset
  const before = own.ack
  const moved = before === null ? null : distance(ack, before)
  if (moved !== null && moved <= 0) return peer.next !== null && lt(ack, peer.next) ? ACKS.gap : ACKS.same
  const takesFin = peer.fin !== null && ack === add(peer.fin, 1)
  if (takesFin) return moved === 1 ? ACKS.fin : ACKS.dataFin
  const takesSyn = peer.isnSeen && peer.isn !== null && ack === add(peer.isn, 1)
  return takesSyn ? ACKS.syn : ACKS.data
}
