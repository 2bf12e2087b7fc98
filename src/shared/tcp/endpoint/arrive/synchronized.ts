import { ACK, FIN, RST, sequenceLength, SYN } from '../../../trace/flags'
import { DROPPED, SENT } from '../../reasons'
import { holdsText } from '../../states'
import type { Segment } from '../../types'
import { ackPolicy } from '../acks'
import { emitReset } from '../send/emit'
import { take, takeToClosed, type Turn } from '../turn'
import { acceptable, withoutTakenSyn } from './acceptable'
import { takeAck } from './acknowledge'
import { challenge } from './challenge'
import { takeFin } from './fin'
import { forgetPeer } from './open'
import { settle, startTimeWait } from './settle'
import { takeText, textAfterClose } from './text'

/** RFC 9293 §3.10.7.4, in its order: sequence number, RST, SYN, ACK, text, FIN. */
export function arriveSynchronized(t: Turn, arrived: Segment): void {
  const { tcb, now } = t
  const segment = withoutTakenSyn(tcb, arrived)
  if (!acceptable(tcb, segment)) return refuseNumber(t, segment)
  if ((segment.flags & RST) !== 0) return takeReset(t, segment)
  if ((segment.flags & SYN) !== 0) return takeSyn(t)
  if ((segment.flags & ACK) === 0) {
    t.dropped = DROPPED.noAck
    return
  }
  tcb.heardAt = now
  tcb.probes = 0
  if (tcb.keepAliveAt !== Infinity) tcb.keepAliveAt = now + tcb.config.profile.parameters.keepAliveIdle
  if (!takeAck(t, segment)) return
  if (textAfterClose(t, segment)) {
    emitReset(t, segment, SENT.rstAfterClose)
    takeToClosed(t, 'rcv data after CLOSE')
    return
  }
  takeText(t, segment)
  settle(t, takeFin(t, segment))
}

/** First: outside the window. The answer tells the sender where we are; a reset gets none. */
function refuseNumber(t: Turn, segment: Segment): void {
  const { tcb } = t
  t.dropped = DROPPED.unacceptable
  if ((segment.flags & RST) !== 0) return
  if (segment.len > 0) ackPolicy(tcb).disturbed(tcb)
  if (tcb.state === 'TIME-WAIT' && (segment.flags & FIN) !== 0) {
    startTimeWait(t)
    t.ackNow = SENT.ackFinAgain
  } else if (sequenceLength(segment) === 0) {
    challenge(t, SENT.ackUnacceptable)
  } else if (!(tcb.config.rules.noAckForFin && tcb.finReceived)) {
    t.ackNow = SENT.ackUnacceptable
  }
}

/** Second: RFC 5961 §3 takes a reset only with exactly the next number, and asks back about any other in the window. */
function takeReset(t: Turn, segment: Segment): void {
  const { tcb } = t
  if (segment.seq !== tcb.rcvNxt) {
    t.dropped = DROPPED.rstInexact
    challenge(t, SENT.challengeRst)
    return
  }
  if (tcb.state === 'SYN-RECEIVED' && tcb.passive) {
    take(t, 'rcv RST (passive OPEN)')
    forgetPeer(tcb)
    return
  }
  const refused = tcb.state === 'SYN-RECEIVED'
  // From CLOSING on the program has nothing left to lose, so it is not told.
  if (refused || holdsText(tcb.state)) t.notices.push({ kind: refused ? 'refused' : 'reset' })
  takeToClosed(t, 'rcv RST')
}

/** Fourth: a SYN in the window is a mistake or an attack; RFC 5961 §4 asks back. */
function takeSyn(t: Turn): void {
  const { tcb } = t
  t.dropped = DROPPED.syn
  if (tcb.state === 'SYN-RECEIVED' && tcb.passive) {
    take(t, 'rcv SYN (passive OPEN)')
    forgetPeer(tcb)
    return
  }
  challenge(t, SENT.challengeSyn)
}
