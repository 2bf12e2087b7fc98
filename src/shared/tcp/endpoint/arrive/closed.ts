import { ACK, RST, SYN } from '../../../trace/flags'
import { DROPPED, SENT } from '../../reasons'
import type { Segment } from '../../types'
import { emitReset } from '../send/emit'
import { sendSyn } from '../send/syn'
import { take, type Turn } from '../turn'
import { chooseIss, learnFromSyn } from './open'

/** RFC 9293 §3.10.7.1: there is no connection, so anything but a reset is answered by one. */
export function arriveClosed(t: Turn, segment: Segment): void {
  t.dropped = DROPPED.closed
  if ((segment.flags & RST) === 0) emitReset(t, segment, SENT.rstClosed)
}

/** RFC 9293 §3.10.7.2: first RST, second ACK, third SYN, fourth anything else. */
export function arriveListen(t: Turn, segment: Segment): void {
  const { flags } = segment
  if ((flags & RST) !== 0) {
    t.dropped = DROPPED.rstUnasked
  } else if ((flags & ACK) !== 0) {
    t.dropped = DROPPED.notSyn
    emitReset(t, segment, SENT.rstListen)
  } else if ((flags & SYN) !== 0) {
    answerSyn(t, segment)
  } else {
    t.dropped = DROPPED.notSyn
  }
}

function answerSyn(t: Turn, syn: Segment): void {
  const twoWay = t.tcb.config.rules.twoWayHandshake
  learnFromSyn(t, syn)
  chooseIss(t)
  take(t, twoWay ? 'rcv SYN (two-way)' : 'rcv SYN')
  sendSyn(t, SENT.synAck)
  if (twoWay) t.notices.push({ kind: 'established' })
}
