import { REFUSED, SENT } from '../../reasons'
import { distance } from '../../seq'
import { awaitsFin } from '../../states'
import { startFinWait2Timer } from '../arrive/settle'
import { emitAbort } from '../send/emit'
import { transmit } from '../send/transmit'
import { refuse, take, takeToClosed, type Turn } from '../turn'

/** CLOSE (RFC 9293 §3.10.4): a half-close while the program still reads, else a full one. */
export function close(t: Turn, stillReads: boolean): void {
  const { tcb } = t
  switch (tcb.state) {
    case 'CLOSED':
      return refuse(t, 'connection-does-not-exist', REFUSED.noConnection)
    case 'LISTEN':
    case 'SYN-SENT':
      return takeToClosed(t, 'CLOSE')
    case 'SYN-RECEIVED':
      return closeEarly(t, stillReads)
    case 'ESTABLISHED':
    case 'CLOSE-WAIT':
      if (!stillReads && tcb.rcvUnread > 0) return resetUnread(t)
      tcb.reads = stillReads
      tcb.finQueued = true
      take(t, 'CLOSE')
      return transmit(t)
    default:
      return closeReading(t, stillReads)
  }
}

/** Before the handshake is over the FIN waits only for data that was queued before it. */
function closeEarly(t: Turn, stillReads: boolean): void {
  const { tcb } = t
  if (tcb.finQueued) return refuse(t, 'connection-closing', REFUSED.closing)
  tcb.finQueued = true
  tcb.reads = stillReads
  if (distance(tcb.sndEnd, tcb.iss) > 1) return
  take(t, 'CLOSE')
  transmit(t)
}

/** Unread data would be lost without a word, so the peer gets a reset instead of a FIN (RFC 2525 §2.17). */
function resetUnread(t: Turn): void {
  emitAbort(t, SENT.rstUnread)
  takeToClosed(t, 'CLOSE with unread data')
}

/** Our FIN is already on its way: a full close now only ends the reading. */
function closeReading(t: Turn, stillReads: boolean): void {
  const { tcb } = t
  if (stillReads || !tcb.reads) return refuse(t, 'connection-closing', REFUSED.closing)
  if (awaitsFin(tcb.state) && tcb.rcvUnread > 0) return resetUnread(t)
  tcb.reads = false
  if (tcb.state === 'FIN-WAIT-2') startFinWait2Timer(t)
}
