import { SENT } from '../../reasons'
import { distance } from '../../seq'
import type { AckPolicy } from './policy'

/**
 * RFC 9293 §3.8.6.3 and RFC 5681 §4.2: wait a little, in the hope of data to ride on; at least every second full-sized
 * segment at once; a FIN at once (RFC 9293 §3.10.7.4, eighth).
 */
export const rfcPolicy: AckPolicy = {
  received(tcb, len, now) {
    tcb.dataReceivedAt = now
    if (len > tcb.rcvMss) tcb.rcvMss = len
  },
  disturbed() {},
  receivedFin() {},
  sentData() {},
  acknowledged() {},
  atOnce(tcb) {
    if (tcb.finReceived && tcb.rcvMoved !== 'data') return SENT.ackFin
    return distance(tcb.rcvNxt, tcb.ackedUpTo) >= 2 * tcb.rcvMss ? SENT.ackSecond : null
  },
  deadline: (tcb, now) => Math.min(tcb.delayedAckAt, now + tcb.config.profile.parameters.delayedAck),
  timerFired() {},
  read: () => null,
}
