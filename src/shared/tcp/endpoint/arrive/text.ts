import { FIN, PSH } from '../../../trace/flags'
import { DROPPED, SENT } from '../../reasons'
import { add, distance, gt, latest, lt } from '../../seq'
import { awaitsFin, mayReceive } from '../../states'
import type { Segment } from '../../types'
import { ackPolicy } from '../acks'
import { charge } from '../linux/memory'
import type { Tcb } from '../tcb'
import type { Turn } from '../turn'
import { drain, insert } from './reassembly'

/** New text for a program that has closed for good: it would be lost, so the peer must learn of it (RFC 9293 §3.6.1). */
export function textAfterClose(t: Turn, segment: Segment): boolean {
  const { tcb } = t
  if (tcb.reads || !awaitsFin(tcb.state)) return false
  return segment.len > 0 && gt(add(segment.seq, segment.len), tcb.rcvNxt)
}

/** RFC 9293 §3.10.7.4, seventh: takes the part of the text that is new and in the window. */
export function takeText(t: Turn, segment: Segment): void {
  const { tcb } = t
  if (segment.len === 0) return keepEarlyFin(t, segment)
  if (!mayReceive(tcb.state)) {
    t.dropped = DROPPED.textAfterFin
    return
  }
  const start = latest(segment.seq, tcb.rcvNxt)
  const end = add(segment.seq, segment.len)
  const limit = lt(tcb.rcvEdge, end) ? tcb.rcvEdge : end
  if (!gt(limit, start)) {
    if (gt(end, tcb.rcvNxt)) {
      t.dropped = DROPPED.beyondWindow
      t.ackNow = SENT.ackWindowFull
    }
    return
  }
  if (start === tcb.rcvNxt) return takeInOrder(t, distance(limit, start), (segment.flags & PSH) !== 0)
  takeAhead(t, { start, end: limit, fin: limit === end && (segment.flags & FIN) !== 0 })
}

/** A FIN without text that comes ahead of its turn waits like text. */
function keepEarlyFin(t: Turn, segment: Segment): void {
  const { tcb } = t
  if ((segment.flags & FIN) === 0 || !mayReceive(tcb.state) || !gt(segment.seq, tcb.rcvNxt)) return
  takeAhead(t, { start: segment.seq, end: segment.seq, fin: true })
}

function takeAhead(t: Turn, range: Tcb['reassembly'][number]): void {
  const { tcb } = t
  const kept = insert(tcb.reassembly, range)
  if (kept === null) t.dropped = DROPPED.reassemblyFull
  else tcb.reassembly = kept
  ackPolicy(tcb).disturbed(tcb)
  t.ackNow = SENT.ackOutOfOrder
}

function takeInOrder(t: Turn, len: number, pushed: boolean): void {
  const { tcb, now } = t
  const hadGap = tcb.reassembly.length > 0
  const { next, rest, fin } = drain(tcb.reassembly, add(tcb.rcvNxt, len))
  const taken = distance(next, tcb.rcvNxt)
  tcb.rcvNxt = next
  tcb.rcvEdge = latest(tcb.rcvEdge, next)
  tcb.reassembly = rest
  if (fin) tcb.finAhead = true
  tcb.rcvUnread += taken
  charge(tcb, taken)
  tcb.rcvMoved = 'data'
  tcb.ackScheduled = true
  t.advanced = true
  t.notices.push({ kind: 'data', bytes: taken })
  ackPolicy(tcb).received(tcb, len, now, pushed)
  if (hadGap) t.ackNow = SENT.ackGapFilled
}
