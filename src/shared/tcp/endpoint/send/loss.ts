import { ACK, FIN, PSH } from '../../../trace/flags'
import type { Reason } from '../../../trace/schema'
import { add, distance, ge } from '../../seq'
import type { Turn } from '../turn'
import { emit } from './emit'
import { segmentSize } from './nagle'

/** Sends the first unacknowledged segment again, wherever the cursor is (fast retransmit and its partial ACKs). */
export function retransmitFirst(t: Turn, why: Reason): void {
  const { tcb } = t
  const start = tcb.sndUna
  const outstanding = distance(tcb.sndNxt, start)
  const text = Math.max(0, Math.min(distance(tcb.sndEnd, start), outstanding))
  const len = Math.min(text, segmentSize(tcb), Math.max(tcb.sndWnd, 1))
  const end = add(start, len)
  const fin = tcb.finQueued && end === tcb.sndEnd && outstanding > len
  if (len === 0 && !fin) return
  const flags = ACK | (len > 0 && ge(end, tcb.sndPush) ? PSH : 0) | (fin ? FIN : 0)
  tcb.timedSeq = null
  emit(t, flags, start, len, why, { retransmission: true })
  tcb.retransmissionAt = t.now + tcb.rto
}
