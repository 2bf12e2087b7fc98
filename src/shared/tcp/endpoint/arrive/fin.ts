import { FIN } from '../../../trace/flags'
import { add, latest } from '../../seq'
import type { Segment } from '../../types'
import { ackPolicy } from '../acks'
import type { Turn } from '../turn'

/**
 * RFC 9293 §3.10.7.4, eighth: the FIN takes its place behind the last byte, where that has come.
 *
 * @returns whether it was taken now
 */
export function takeFin(t: Turn, segment: Segment): boolean {
  const { tcb } = t
  if (tcb.finReceived) return false
  const here = (segment.flags & FIN) !== 0 && add(segment.seq, segment.len) === tcb.rcvNxt
  if (!here && !tcb.finAhead) return false
  tcb.finReceived = true
  tcb.finAhead = false
  ackPolicy(tcb).receivedFin(tcb)
  t.notices.push({ kind: 'peer-closed' })
  if (tcb.config.rules.noAckForFin) return true
  tcb.rcvNxt = add(tcb.rcvNxt, 1)
  tcb.rcvEdge = latest(tcb.rcvEdge, tcb.rcvNxt)
  tcb.rcvMoved = tcb.rcvMoved === 'data' ? 'data-fin' : 'fin'
  tcb.ackScheduled = true
  t.advanced = true
  return true
}
