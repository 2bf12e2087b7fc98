import type { Reason } from '../../../trace/schema'
import type { Tcb } from '../tcb'

/** When an implementation acknowledges what has arrived: the one freedom that shapes what a learner sees. */
export interface AckPolicy {
  /** `len` bytes arrived in order; `pushed`: with PSH, so that more need not follow. */
  received(tcb: Tcb, len: number, now: number, pushed: boolean): void
  /** Something arrived that shows trouble on the path: ahead of its turn, or a second time. */
  disturbed(tcb: Tcb): void
  /** The peer's FIN was taken. */
  receivedFin(tcb: Tcb): void
  sentData(tcb: Tcb, now: number): void
  /** A waiting acknowledgement went out, alone or on other business. */
  acknowledged(tcb: Tcb): void
  /** Why what has arrived must be acknowledged at once; null to wait. */
  atOnce(tcb: Tcb, now: number): Reason | null
  /** When a waiting acknowledgement goes at the latest. */
  deadline(tcb: Tcb, now: number): number
  /** The delayed-ACK timer went off; the acknowledgement follows. */
  timerFired(tcb: Tcb): void
  /** The program has read all there was: why to acknowledge now, or null. */
  read(tcb: Tcb): Reason | null
}
