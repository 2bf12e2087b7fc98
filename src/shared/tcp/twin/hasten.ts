import { otherSide, type Side } from '../../trace/names'
import type { Reason } from '../../trace/schema'
import { gt } from '../seq'
import type { Loopback } from '../network/loopback'
import type { Ledger } from './ledger'

const EARLIER: Reason = { code: 'twin.bent.ack', source: 'Node net' }

/**
 * Bytes have arrived that the model's sender still holds back by Nagle's rule, waiting for an acknowledgement: so that
 * acknowledgement has come, sooner than the model thought. Within the kernel's tick that is no contradiction.
 *
 * @returns false when something else holds them back
 */
export function hasten(wire: Loopback, ledger: Ledger, from: Side, t: number, cause: number): boolean {
  const sender = wire.ends[from]
  const to = otherSide(from)
  const receiver = wire.ends[to]
  const waits = gt(sender.sndEnd, sender.sndCursor) && gt(sender.sndNxt, sender.sndUna)
  if (!waits || receiver.delayedAckAt === Infinity) return false
  if (t < receiver.delayedAckAt) ledger.note({ t, kind: 'bent', reason: EARLIER, side: to, evidence: [cause] })
  wire.acknowledgeNow(to, t)
  return true
}
