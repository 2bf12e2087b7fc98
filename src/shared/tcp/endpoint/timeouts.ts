import { ACK } from '../../trace/flags'
import { GIVEN_UP, SENT, withParams } from '../reasons'
import { add, distance } from '../seq'
import type { Reason } from '../../trace/schema'
import { ackPolicy } from './acks'
import { onTimeout } from './congestion'
import { backOff } from './rtt'
import { emit, emitAck } from './send/emit'
import { sendSyn } from './send/syn'
import { sendText, transmit } from './send/transmit'
import { TIMERS, type TimerName } from './timers'
import { takeToClosed, type Turn } from './turn'

/** A timer went off (RFC 9293 §3.10.8). One that was cancelled or moved meanwhile changes nothing. */
export function timeout(t: Turn, name: TimerName): void {
  const { tcb, now } = t
  const deadline = TIMERS[name]
  if (now < tcb[deadline]) return
  tcb[deadline] = Infinity
  RUN[name](t)
}

const RUN: Readonly<Record<TimerName, (t: Turn) => void>> = {
  retransmission: retransmit,
  persist: probe,
  'delayed-ack': acknowledgeNow,
  'time-wait': (t) => takeToClosed(t, '2MSL timeout'),
  user: (t) => giveUp(t, GIVEN_UP.user),
  'keep-alive': keepAlive,
  'fin-wait-2': (t) => takeToClosed(t, 'FIN-WAIT-2 timeout'),
}

/** RFC 6298 §5.4 to §5.7. */
function retransmit(t: Turn): void {
  const { tcb } = t
  const { synRetries, synLinearTimeouts, synAckRetries, dataRetries } = tcb.config.profile.parameters
  const connecting = tcb.state === 'SYN-SENT'
  const opening = !tcb.synAcknowledged
  const limit = connecting ? synRetries + synLinearTimeouts : opening ? synAckRetries : dataRetries
  if (tcb.retries >= limit) return giveUp(t, GIVEN_UP.retries)
  onTimeout(tcb)
  tcb.retries += 1
  const why = withParams(SENT.retransmitTimeout, { waited: Math.round(tcb.rto), attempt: tcb.retries })
  if (connecting && tcb.retries <= synLinearTimeouts) tcb.timedSeq = null
  else backOff(tcb)
  if (opening) {
    tcb.synRetransmitted = true
    sendSyn(t, why)
    return
  }
  tcb.sndCursor = tcb.sndUna
  transmit(t, why)
}

/**
 * The window was too small when last heard of. RFC 9293 §3.8.6.1: ask, ever more rarely, for as long as it takes. A window
 * that is merely smaller than a full segment gets what fits (§3.8.6.2.1, the override timeout).
 */
function probe(t: Turn): void {
  const { tcb } = t
  const pending = distance(tcb.sndEnd, tcb.sndUna)
  tcb.persistShift += 1
  tcb.sndCursor = tcb.sndUna
  if (tcb.sndWnd > 0 && pending > 0) sendText(t, Math.min(tcb.sndWnd, pending, tcb.sndMss), false, SENT.override)
  else if (tcb.config.profile.probe === 'empty' || pending <= 0) emit(t, ACK, add(tcb.sndUna, -1), 0, SENT.windowProbe)
  else emit(t, ACK, tcb.sndUna, 1, SENT.windowProbe, { retransmission: tcb.sndNxt !== tcb.sndUna })
  transmit(t)
}

function acknowledgeNow(t: Turn): void {
  const { tcb } = t
  if (!tcb.ackScheduled) return
  ackPolicy(tcb).timerFired(tcb)
  emitAck(t, SENT.ackDelayed)
}

/** RFC 9293 §3.8.4: an empty segment one number too low draws an ACK from a peer that is still there. */
function keepAlive(t: Turn): void {
  const { tcb, now } = t
  const { keepAliveProbes, keepAliveInterval } = tcb.config.profile.parameters
  if (tcb.probes >= keepAliveProbes) return giveUp(t, GIVEN_UP.keepAlive)
  tcb.probes += 1
  emit(t, ACK, add(tcb.sndNxt, -1), 0, SENT.keepAlive)
  tcb.keepAliveAt = now + keepAliveInterval
}

function giveUp(t: Turn, reason: Reason): void {
  t.notices.push({ kind: 'timeout', reason })
  takeToClosed(t, 'give up')
}
