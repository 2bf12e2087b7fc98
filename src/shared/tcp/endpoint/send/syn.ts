import type { Reason } from '../../../trace/schema'
import { ACK, SYN } from '../../../trace/flags'
import { add, lt } from '../../seq'
import type { Turn } from '../turn'
import { emit } from './emit'
import { startRetransmissionTimer } from './timers'

/** Sends our SYN, with an ACK once the peer's is known: MSS and window scale travel on it alone (RFC 9293 §3.7.1, RFC 7323 §2.2). */
export function sendSyn(t: Turn, why: Reason): void {
  const { tcb } = t
  const { mss, windowScale } = tcb.config.profile.parameters
  const answering = tcb.state !== 'SYN-SENT'
  const again = lt(tcb.iss, tcb.sndNxt)
  const scale = answering ? tcb.scaling : windowScale >= 0
  emit(t, answering ? SYN | ACK : SYN, tcb.iss, 0, why, {
    mss,
    windowScale: scale ? windowScale : null,
    retransmission: again && tcb.retries > 0,
  })
  tcb.sndCursor = add(tcb.iss, 1)
  if (!again) {
    tcb.timedSeq = tcb.sndCursor
    tcb.timedAt = t.now
  }
  startRetransmissionTimer(t)
}
