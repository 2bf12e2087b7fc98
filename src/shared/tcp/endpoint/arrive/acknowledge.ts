import { FIN, SYN } from '../../../trace/flags'
import { DROPPED, SENT } from '../../reasons'
import { add, distance, ge, gt, le, lt, type Seq } from '../../seq'
import type { Segment } from '../../types'
import { onDuplicateAck, onNewAck } from '../congestion'
import { sample } from '../rtt'
import { emitReset } from '../send/emit'
import { restartRetransmissionTimer } from '../send/timers'
import type { Tcb } from '../tcb'
import { take, type Turn } from '../turn'
import { challenge } from './challenge'
import { establish } from './open'

/**
 * RFC 9293 §3.10.7.4, fifth: the ACK field.
 *
 * @returns false where the segment must be dropped
 */
export function takeAck(t: Turn, segment: Segment): boolean {
  const { tcb } = t
  const { ack } = segment
  if (gt(ack, tcb.sndNxt)) return refuse(t, segment)
  if (tcb.state === 'SYN-RECEIVED') {
    if (le(ack, tcb.sndUna)) return refuse(t, segment)
    take(t, 'rcv ACK of SYN')
    establish(t, ack)
    updateWindow(tcb, segment, 0)
    if (tcb.finQueued) take(t, 'CLOSE')
    return true
  }
  if (lt(ack, add(tcb.sndUna, -tcb.sndWndMax))) {
    t.dropped = DROPPED.ackOld
    challenge(t, SENT.challengeAck)
    return false
  }
  const before = tcb.sndUna
  if (gt(ack, before)) takeNewAck(t, ack)
  else if (isDuplicate(tcb, segment)) onDuplicateAck(t)
  if (ge(ack, tcb.sndUna)) updateWindow(tcb, segment, distance(tcb.sndUna, before))
  return true
}

function refuse(t: Turn, segment: Segment): boolean {
  t.dropped = DROPPED.ackUnsent
  if (t.tcb.state === 'SYN-RECEIVED') emitReset(t, segment, SENT.rstSynReceived)
  else challenge(t, SENT.challengeAck)
  return false
}

function takeNewAck(t: Turn, ack: Seq): void {
  const { tcb, now } = t
  const acked = distance(ack, tcb.sndUna)
  const handshake = !tcb.synAcknowledged
  tcb.synAcknowledged = true
  const wasCrowded = crowded(tcb)
  if (tcb.timedSeq !== null && ge(ack, tcb.timedSeq)) {
    sample(tcb, now - tcb.timedAt)
    tcb.timedSeq = null
  }
  tcb.sndUna = ack
  if (lt(tcb.sndCursor, ack)) tcb.sndCursor = ack
  tcb.retries = 0
  tcb.persistShift = 0
  restartRetransmissionTimer(t, gt(tcb.sndNxt, ack))
  if (!handshake || acked > 1) onNewAck(t, acked, ack)
  if (wasCrowded && !crowded(tcb)) t.notices.push({ kind: 'writable' })
  if (finAcknowledged(tcb)) t.notices.push({ kind: 'close-acknowledged' })
}

/** More than half of the send buffer is in use. */
const crowded = (tcb: Tcb): boolean => 2 * distance(tcb.sndEnd, tcb.sndUna) > tcb.config.profile.parameters.sendBuffer

/** The peer has our FIN: everything up to and including its number is acknowledged. */
export const finAcknowledged = (tcb: Tcb): boolean => tcb.finQueued && gt(tcb.sndUna, tcb.sndEnd)

/** RFC 5681 §2: an ACK that brings nothing at all while data is outstanding. */
function isDuplicate(tcb: Tcb, segment: Segment): boolean {
  return (
    segment.ack === tcb.sndUna &&
    gt(tcb.sndCursor, tcb.sndUna) &&
    segment.len === 0 &&
    (segment.flags & (SYN | FIN)) === 0 &&
    segment.window * 2 ** tcb.sndScale === tcb.sndWnd
  )
}

/**
 * SND.WND follows the newest segment only: SND.WL1 and SND.WL2 tell an old one (RFC 9293 §3.10.7.4). An old segment that
 * still acknowledges something new leaves the right edge where it was: the window shrinks by what moved.
 */
function updateWindow(tcb: Tcb, segment: Segment, acked: number): void {
  const newer = lt(tcb.sndWl1, segment.seq) || (tcb.sndWl1 === segment.seq && le(tcb.sndWl2, segment.ack))
  if (!newer) {
    tcb.sndWnd = Math.max(0, tcb.sndWnd - acked)
    return
  }
  tcb.sndWnd = segment.window * 2 ** tcb.sndScale
  tcb.sndWndMax = Math.max(tcb.sndWndMax, tcb.sndWnd)
  tcb.sndWl1 = segment.seq
  tcb.sndWl2 = segment.ack
  if (tcb.sndWnd > 0) {
    tcb.persistAt = Infinity
    tcb.persistShift = 0
  }
}
