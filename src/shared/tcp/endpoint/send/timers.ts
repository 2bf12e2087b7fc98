import type { Turn } from '../turn'

/** RFC 6298 §5.1: start it if it is not running. */
export function startRetransmissionTimer(t: Turn): void {
  const { tcb, now } = t
  tcb.persistAt = Infinity
  if (tcb.retransmissionAt === Infinity) tcb.retransmissionAt = now + tcb.rto
  const { userTimeout } = tcb.config.profile.parameters
  if (tcb.userAt === Infinity && userTimeout !== Infinity) tcb.userAt = now + userTimeout
}

/** RFC 6298 §5.2 and §5.3: an acknowledgement of something new restarts it, of everything stops it. */
export function restartRetransmissionTimer(t: Turn, outstanding: boolean): void {
  const { tcb, now } = t
  tcb.retransmissionAt = outstanding ? now + tcb.rto : Infinity
  const { userTimeout } = tcb.config.profile.parameters
  tcb.userAt = outstanding && userTimeout !== Infinity ? now + userTimeout : Infinity
}
