import type { Tcb } from './tcb'

const ALPHA = 1 / 8
const BETA = 1 / 4

/** A measured round trip, in ms, moves SRTT, RTTVAR and RTO (RFC 6298 §2). */
export function sample(tcb: Tcb, rtt: number): void {
  if (tcb.srtt === null) {
    tcb.srtt = rtt
    tcb.rttvar = rtt / 2
  } else {
    tcb.rttvar = (1 - BETA) * tcb.rttvar + BETA * Math.abs(tcb.srtt - rtt)
    tcb.srtt = (1 - ALPHA) * tcb.srtt + ALPHA * rtt
  }
  const { rttVarianceFloor, minRto, maxRto } = tcb.config.profile.parameters
  const rto = tcb.srtt + Math.max(rttVarianceFloor, 4 * tcb.rttvar)
  tcb.rto = Math.min(Math.max(rto, minRto), maxRto)
}

/** RFC 6298 §5.5: a timer that went off doubles the next one's time; the segment is not timed any more (Karn, §3). */
export function backOff(tcb: Tcb): void {
  tcb.rto = Math.min(tcb.rto * 2, tcb.config.profile.parameters.maxRto)
  tcb.timedSeq = null
}
