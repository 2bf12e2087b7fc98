import { SENT } from '../reasons'
import { distance, ge, type Seq } from '../seq'
import { retransmitFirst } from './send/loss'
import type { Tcb } from './tcb'
import type { Turn } from './turn'

/** Largest congestion window, so that arithmetic on it stays exact. */
const CWND_MAX = 2 ** 30
const DUPLICATES = 3

/** IW (RFC 5681 §3.1, as RFC 3390 computes it; RFC 6928 with Linux's ten segments). One segment when the SYN was lost. */
export function initialWindow(tcb: Tcb): number {
  const { initialWindow, initialWindowBytes } = tcb.config.profile.parameters
  const smss = tcb.sndMss
  if (tcb.synRetransmitted) return smss
  return Math.min(initialWindow * smss, Math.max(2 * smss, initialWindowBytes))
}

/** `acked` new bytes acknowledged, up to `ack`: slow start, congestion avoidance, or a step of recovery. */
export function onNewAck(t: Turn, acked: number, ack: Seq): void {
  const { tcb } = t
  if (tcb.recover !== null) return duringRecovery(t, acked, ack, tcb.recover)
  tcb.dupAcks = 0
  const smss = tcb.sndMss
  const grown =
    tcb.cwnd < tcb.ssthresh ? tcb.cwnd + Math.min(acked, smss) : tcb.cwnd + Math.max(1, (smss * smss) / tcb.cwnd)
  tcb.cwnd = Math.min(grown, CWND_MAX)
}

/** RFC 6582 §3.2: a full acknowledgement ends recovery; a partial one names the next hole. */
function duringRecovery(t: Turn, acked: number, ack: Seq, recover: Seq): void {
  const { tcb } = t
  if (ge(ack, recover)) {
    tcb.cwnd = Math.min(tcb.ssthresh, Math.max(flight(tcb), tcb.sndMss) + tcb.sndMss)
    tcb.recover = null
    tcb.dupAcks = 0
    return
  }
  tcb.cwnd = Math.max(tcb.sndMss, tcb.cwnd - acked + (acked >= tcb.sndMss ? tcb.sndMss : 0))
  retransmitFirst(t, SENT.retransmitPartial)
}

/** RFC 5681 §3.2: the third duplicate ACK in a row says that a segment is missing. */
export function onDuplicateAck(t: Turn): void {
  const { tcb } = t
  tcb.dupAcks += 1
  if (tcb.recover !== null) {
    tcb.cwnd = Math.min(tcb.cwnd + tcb.sndMss, CWND_MAX)
  } else if (tcb.dupAcks === DUPLICATES) {
    tcb.ssthresh = halved(tcb)
    tcb.recover = tcb.sndNxt
    retransmitFirst(t, SENT.retransmitFast)
    tcb.cwnd = tcb.ssthresh + DUPLICATES * tcb.sndMss
  }
}

/** RFC 5681 §3.1, equation 4: the retransmission timer went off. */
export function onTimeout(tcb: Tcb): void {
  if (tcb.retries === 0) tcb.ssthresh = halved(tcb)
  tcb.cwnd = tcb.sndMss
  tcb.dupAcks = 0
  tcb.recover = null
}

const flight = (tcb: Tcb): number => distance(tcb.sndNxt, tcb.sndUna)
const halved = (tcb: Tcb): number => Math.max(flight(tcb) / 2, 2 * tcb.sndMss)
