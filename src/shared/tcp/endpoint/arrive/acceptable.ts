import { ACK, RST, sequenceLength, SYN } from '../../../trace/flags'
import { add, distance, lt } from '../../seq'
import type { Segment } from '../../types'
import type { Tcb } from '../tcb'

/** The four cases of RFC 9293 §3.4: some part of the segment lies in the receive window. */
export function acceptable(tcb: Tcb, segment: Segment): boolean {
  const size = sequenceLength(segment)
  const window = distance(tcb.rcvEdge, tcb.rcvNxt)
  const start = distance(segment.seq, tcb.rcvNxt)
  if (window <= 0) return size === 0 ? start === 0 : start === 0 && excused(segment)
  if (size === 0) return start >= 0 && start < window
  const last = start + size - 1
  return (start >= 0 && start < window) || (last >= 0 && last < window)
}

/** "When the window is zero, special allowance should be made to accept valid ACKs, URGs, and RSTs" (§3.10.7.4, first). */
const excused = (segment: Segment): boolean => (segment.flags & (ACK | RST)) !== 0

/**
 * In SYN-RECEIVED after a simultaneous open the peer's SYN,ACK repeats a SYN that was already taken (Figure 7): only what
 * follows the SYN is new.
 */
export function withoutTakenSyn(tcb: Tcb, segment: Segment): Segment {
  const repeats = (segment.flags & (SYN | ACK)) === (SYN | ACK) && segment.seq === tcb.irs
  if (tcb.state !== 'SYN-RECEIVED' || tcb.passive || !repeats || !lt(tcb.irs, tcb.rcvNxt)) return segment
  return { ...segment, seq: add(segment.seq, 1), flags: segment.flags & ~SYN }
}
