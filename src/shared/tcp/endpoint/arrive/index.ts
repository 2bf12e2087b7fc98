import type { Segment } from '../../types'
import type { Turn } from '../turn'
import { arriveClosed, arriveListen } from './closed'
import { arriveSynSent } from './syn-sent'
import { arriveSynchronized } from './synchronized'

/** SEGMENT ARRIVES (RFC 9293 §3.10.7). */
export function arrive(t: Turn, segment: Segment): void {
  switch (t.tcb.state) {
    case 'CLOSED':
      return arriveClosed(t, segment)
    case 'LISTEN':
      return arriveListen(t, segment)
    case 'SYN-SENT':
      return arriveSynSent(t, segment)
    default:
      return arriveSynchronized(t, segment)
  }
}
