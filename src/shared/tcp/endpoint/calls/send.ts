import { REFUSED } from '../../reasons'
import { add, distance } from '../../seq'
import { mayQueue } from '../../states'
import { transmit } from '../send/transmit'
import type { Tcb } from '../tcb'
import { refuse, type Turn } from '../turn'
import { openActively } from './open'

/** Bytes that a SEND may still hand over. */
export const sendRoom = (tcb: Tcb): number =>
  Math.max(0, tcb.config.profile.parameters.sendBuffer - distance(tcb.sndEnd, tcb.sndUna))

/** SEND (RFC 9293 §3.10.2). */
export function send(t: Turn, bytes: number, push: boolean): void {
  const { tcb } = t
  if (tcb.state === 'CLOSED') return refuse(t, 'connection-does-not-exist', REFUSED.noConnection)
  if (tcb.finQueued || (tcb.state !== 'LISTEN' && !mayQueue(tcb.state)))
    return refuse(t, 'connection-closing', REFUSED.closing)
  if (bytes > sendRoom(tcb)) return refuse(t, 'insufficient-resources', REFUSED.resources)
  if (tcb.state === 'LISTEN') openActively(t, 'SEND')
  tcb.sndEnd = add(tcb.sndEnd, bytes)
  if (push) tcb.sndPush = tcb.sndEnd
  transmit(t)
}
