import type { Reason } from '../../../trace/schema'
import { ACK, FIN, PSH } from '../../../trace/flags'
import { SENT } from '../../reasons'
import { add, distance, ge, gt, lt } from '../../seq'
import { mayTransmit } from '../../states'
import type { Tcb } from '../tcb'
import type { Turn } from '../turn'
import { ackPolicy } from '../acks'
import { initialWindow } from '../congestion'
import { emit } from './emit'
import { mayGo, nextSize, segmentSize } from './nagle'
import { startRetransmissionTimer } from './timers'

/** Sends what the two windows, Nagle's rule and silly-window avoidance allow; otherwise sees that a timer asks again. */
export function transmit(t: Turn, again: Reason = SENT.retransmitNext): void {
  const { tcb } = t
  if (!mayTransmit(tcb.state)) return
  let why = again
  while (sendNext(t, why)) why = SENT.retransmitNext
  armPersist(t)
}

function sendNext(t: Turn, again: Reason): boolean {
  const { tcb } = t
  const pending = distance(tcb.sndEnd, tcb.sndCursor)
  if (pending < 0 || (pending === 0 && !tcb.finQueued)) return false
  restartWhenIdle(t)
  const room = Math.min(tcb.sndWnd, allowance(tcb)) - distance(tcb.sndCursor, tcb.sndUna)
  const size = segmentSize(tcb)
  const len = nextSize(tcb, Math.min(pending, Math.max(0, room)))
  const fin = tcb.finQueued && len === pending && room > len
  if (len === 0 && !fin) return false
  const repeats = lt(tcb.sndCursor, tcb.sndNxt)
  if (!repeats && !fin && !mayGo(tcb, len, pending, size)) return false
  sendText(t, len, fin, sentBefore(tcb, len) ? again : textReason(len, fin))
  return true
}

const textReason = (len: number, fin: boolean): Reason => (fin ? (len > 0 ? SENT.dataFin : SENT.fin) : SENT.data)

/** Sends `len` bytes from the cursor, and the FIN behind them where asked. */
export function sendText(t: Turn, len: number, fin: boolean, why: Reason): void {
  const { tcb, now } = t
  const start = tcb.sndCursor
  const end = add(start, len)
  const repeats = sentBefore(tcb, len)
  const pushed = len > 0 && gt(tcb.sndPush, start) && ge(end, tcb.sndPush)
  const flags = ACK | (pushed ? PSH : 0) | (fin ? FIN : 0)
  if (len > 0) {
    ackPolicy(tcb).sentData(tcb, now)
    tcb.dataSentAt = now
    if (pushed && len < segmentSize(tcb)) tcb.sndSmall = end
  }
  emit(t, flags, start, len, why, repeats ? { retransmission: true } : undefined)
  tcb.sndCursor = add(end, fin ? 1 : 0)
  if (!repeats && tcb.timedSeq === null) {
    tcb.timedSeq = tcb.sndCursor
    tcb.timedAt = now
  }
  startRetransmissionTimer(t)
}

/** A segment that starts below SND.NXT repeats; that only the byte of a window probe went before does not count. */
function sentBefore(tcb: Tcb, len: number): boolean {
  const before = distance(tcb.sndNxt, tcb.sndCursor)
  return before > 1 || (before === 1 && len <= 1)
}

/** The congestion window, stretched by limited transmit on the first two duplicate ACKs (RFC 5681 §3.2, step 1). */
function allowance(tcb: Tcb): number {
  const stretch = tcb.recover === null ? Math.min(tcb.dupAcks, 2) * tcb.sndMss : 0
  return tcb.cwnd + stretch
}

/** RFC 5681 §4.1: after an idle RTO the old congestion window says nothing about the network any more. */
function restartWhenIdle(t: Turn): void {
  const { tcb, now } = t
  if (tcb.sndCursor === tcb.sndUna && tcb.sndUna === tcb.sndNxt && now - tcb.dataSentAt > tcb.rto)
    tcb.cwnd = Math.min(tcb.cwnd, initialWindow(tcb))
}

/** Nothing is on its way that could bring a window update, and something waits: ask for one from time to time. */
function armPersist(t: Turn): void {
  const { tcb, now } = t
  const waiting = gt(tcb.sndEnd, tcb.sndCursor) || (tcb.finQueued && tcb.sndCursor === tcb.sndEnd)
  if (!waiting || tcb.sndCursor !== tcb.sndUna) return
  tcb.retransmissionAt = Infinity
  if (tcb.persistAt !== Infinity) return
  const { maxRto } = tcb.config.profile.parameters
  tcb.persistAt = now + Math.min(tcb.rto * 2 ** Math.min(tcb.persistShift, 16), maxRto)
}
