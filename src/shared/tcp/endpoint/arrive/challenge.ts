import type { Reason } from '../../../trace/schema'
import type { Turn } from '../turn'

/**
 * An ACK that asks "is that really you?", at most one in a while (RFC 5961 §7): two confused endpoints would otherwise
 * answer each other for ever.
 */
export function challenge(t: Turn, why: Reason): void {
  const { tcb, now } = t
  if (now - tcb.challengeAt < tcb.config.profile.parameters.challengeAckInterval) return
  tcb.challengeAt = now
  t.ackNow = why
}
