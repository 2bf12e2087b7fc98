import { REFUSED, SENT } from '../../reasons'
import { peerHasClosed } from '../../states'
import { ackPolicy } from '../acks'
import { emitAck } from '../send/emit'
import { release } from '../linux/memory'
import { refuse, type Turn } from '../turn'
import { opened } from '../window'

/** RECEIVE (RFC 9293 §3.10.3): the program reads up to `bytes`, which may open the window again. */
export function receive(t: Turn, bytes: number): void {
  const { tcb } = t
  if (tcb.rcvUnread === 0) {
    if (tcb.state === 'CLOSED') return refuse(t, 'connection-does-not-exist', REFUSED.noConnection)
    if (peerHasClosed(tcb.state)) return refuse(t, 'connection-closing', REFUSED.closing)
    return
  }
  const read = Math.min(bytes, tcb.rcvUnread)
  tcb.rcvUnread -= read
  release(tcb, read)
  if (tcb.state === 'CLOSED') return
  const why = tcb.ackScheduled ? ackPolicy(tcb).read(tcb) : null
  if (why !== null) emitAck(t, why)
  else if (!tcb.finReceived && opened(tcb)) emitAck(t, SENT.windowUpdate)
}
