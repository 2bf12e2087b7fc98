import { ACK, FIN, RST, SYN } from '../../../trace/flags'
import { DROPPED, SENT } from '../../reasons'
import { add, gt, le } from '../../seq'
import type { Segment } from '../../types'
import { emitAck, emitReset } from '../send/emit'
import { sendSyn } from '../send/syn'
import { take, takeToClosed, type Turn } from '../turn'
import { takeFin } from './fin'
import { establish, learnFromSyn } from './open'
import { takeText } from './text'

/** RFC 9293 §3.10.7.3: first ACK, second RST, fourth SYN, fifth neither SYN nor RST. */
export function arriveSynSent(t: Turn, segment: Segment): void {
  const { tcb } = t
  const { flags } = segment
  const acknowledges = (flags & ACK) !== 0
  if (acknowledges && (le(segment.ack, tcb.iss) || gt(segment.ack, tcb.sndNxt))) {
    t.dropped = DROPPED.ackForeign
    if ((flags & RST) === 0) emitReset(t, segment, SENT.rstSynSent)
    return
  }
  if ((flags & RST) !== 0) {
    if (!acknowledges) {
      t.dropped = DROPPED.rstUnasked
      return
    }
    t.notices.push({ kind: 'refused' })
    takeToClosed(t, 'rcv RST')
    return
  }
  if ((flags & SYN) === 0) {
    t.dropped = DROPPED.notSyn
    return
  }
  learnFromSyn(t, segment)
  if (!acknowledges) {
    take(t, 'rcv SYN')
    sendSyn(t, SENT.synAckCrossed)
    return
  }
  take(t, 'rcv SYN,ACK')
  establish(t, segment.ack)
  emitAck(t, SENT.handshakeAck)
  if (segment.len === 0 && (flags & FIN) === 0) return
  const rest: Segment = { ...segment, seq: add(segment.seq, 1), flags: flags & ~SYN }
  takeText(t, rest)
  takeFin(t, rest)
}
