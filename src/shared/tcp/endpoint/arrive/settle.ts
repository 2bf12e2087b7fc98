import { stopTimers } from '../timers'
import { take, takeToClosed, type Turn } from '../turn'
import { finAcknowledged } from './acknowledge'

/**
 * Where a segment leads once its ACK and its FIN are both taken. A segment that acknowledges our FIN and carries the peer's
 * goes from FIN-WAIT-1 to TIME-WAIT in one step (RFC 9293 §3.3.2, note 2).
 */
export function settle(t: Turn, finTaken: boolean): void {
  const { tcb } = t
  const acked = finAcknowledged(tcb)
  switch (tcb.state) {
    case 'ESTABLISHED':
      if (finTaken) take(t, 'rcv FIN')
      return
    case 'FIN-WAIT-1':
      if (finTaken && acked) enterTimeWait(t, 'rcv FIN,ACK of FIN', 'rcv FIN (no TIME-WAIT)')
      else if (finTaken) take(t, 'rcv FIN')
      else if (acked) enterFinWait2(t)
      return
    case 'FIN-WAIT-2':
      if (finTaken) enterTimeWait(t, 'rcv FIN', 'rcv FIN (no TIME-WAIT)')
      return
    case 'CLOSING':
      if (acked) enterTimeWait(t, 'rcv ACK of FIN', 'rcv ACK of FIN (no TIME-WAIT)')
      return
    case 'LAST-ACK':
      if (acked) takeToClosed(t, 'rcv ACK of FIN')
      return
    default:
      return
  }
}

function enterFinWait2(t: Turn): void {
  take(t, 'rcv ACK of FIN')
  if (!t.tcb.reads) startFinWait2Timer(t)
}

/** An end that will never read again does not wait for ever for the peer's FIN (Linux tcp_fin_timeout). */
export function startFinWait2Timer(t: Turn): void {
  t.tcb.finWait2At = t.now + t.tcb.config.profile.parameters.finWait2Timeout
}

function enterTimeWait(
  t: Turn,
  event: 'rcv FIN' | 'rcv FIN,ACK of FIN' | 'rcv ACK of FIN',
  without: 'rcv FIN (no TIME-WAIT)' | 'rcv ACK of FIN (no TIME-WAIT)',
): void {
  if (t.tcb.config.rules.noTimeWait) {
    takeToClosed(t, without)
    return
  }
  take(t, event)
  stopTimers(t.tcb)
  startTimeWait(t)
}

/** 2 MSL from now (RFC 9293 §3.6.1); a FIN that comes again starts it anew. */
export function startTimeWait(t: Turn): void {
  t.tcb.timeWaitAt = t.now + 2 * t.tcb.config.profile.parameters.msl
}
