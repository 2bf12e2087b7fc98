import { ACK } from '../../trace/flags'
import type { Side } from '../../trace/names'
import type { Reason } from '../../trace/schema'
import type { Work } from '../network/loopback'

const CARRIED: Reason = { code: 'twin.unknown.ack-carried', source: 'Linux tcp_send_delayed_ack' }
const ALONE: Reason = { code: 'twin.unknown.ack-alone', source: 'Linux tcp_send_delayed_ack' }

/** For each side, a pure ACK that the timer sent, and until when an answer might have carried it. */
export type TimerAcks = Record<Side, { readonly n: number; readonly until: number } | null>

/**
 * The segments of one step where the kernel may have chosen otherwise. A delayed ACK goes out at the first tick of the
 * kernel's clock after its deadline, and no event tells where in the tick we are: an answer within that tick may come
 * before or after it. The model takes the middle, the likelier side of every gap, and says so.
 *
 * @param timerAcks - brought up to date
 */
export function doubtful(timerAcks: TimerAcks, work: Work): { readonly n: number; readonly reason: Reason }[] {
  const { side, t, input, before, output, sent } = work
  const { tick } = before.config.profile.parameters
  const deadline = before.delayedAckAt
  const byTimer = input.kind === 'timer' && input.name === 'delayed-ack'
  const found: { n: number; reason: Reason }[] = []
  for (const [index, { segment }] of output.segments.entries()) {
    const n = sent[index] ?? null
    if (n === null || (segment.flags & ACK) === 0) continue
    const pure = segment.len === 0 && segment.flags === ACK
    const earlier = timerAcks[side]
    timerAcks[side] = null
    if (earlier && !pure && t < earlier.until) found.push({ n: earlier.n, reason: { ...ALONE, params: { tick } } })
    if (deadline === Infinity) continue
    if (pure && byTimer) timerAcks[side] = { n, until: deadline + tick }
    else if (!pure && t >= deadline && t < deadline + tick) found.push({ n, reason: { ...CARRIED, params: { tick } } })
  }
  return found
}
