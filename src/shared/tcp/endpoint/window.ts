import type { Profile } from '../profile'
import { add, distance } from '../seq'
import { accounts, offerFromMemory } from './linux/memory'
import type { Tcb } from './tcb'

/** The largest value of the header's 16-bit window field. */
const FIELD_MAX = 0xffff

/**
 * Bytes to offer beyond RCV.NXT. The right edge never moves back (RFC 9293 §3.8.6), and forward only by a full segment or
 * half the buffer, the receiver's side of silly-window avoidance (§3.8.6.2.2).
 */
export function offer(tcb: Tcb): number {
  if (accounts(tcb)) return offerFromMemory(tcb)
  const offered = distance(tcb.rcvEdge, tcb.rcvNxt)
  const free = Math.max(0, tcb.rcvBuffer - tcb.rcvUnread)
  const step = Math.min(tcb.rcvBuffer >> 1, tcb.config.profile.parameters.mss)
  return free - offered >= step ? free : offered
}

/**
 * The field for a segment about to be sent, and the right edge that it promises. A scaled window is rounded up to the
 * field's unit, so that rounding never takes back what was offered (RFC 7323 §2.4); a SYN's is never scaled (§2.2).
 */
export function announce(tcb: Tcb, syn: boolean): number {
  const shift = syn ? 0 : tcb.rcvScale
  const field = Math.min(FIELD_MAX, Math.ceil(offer(tcb) / 2 ** shift))
  const edge = add(tcb.rcvNxt, field * 2 ** shift)
  if (distance(edge, tcb.rcvEdge) > 0) tcb.rcvEdge = edge
  return field
}

/** Whether reading has opened the window so far that the sender should hear of it before it asks. */
export function opened(tcb: Tcb): boolean {
  const offered = distance(tcb.rcvEdge, tcb.rcvNxt)
  return 2 * offered <= tcb.rcvBuffer && offer(tcb) > 0 && offer(tcb) >= 2 * offered && offer(tcb) !== offered
}

/**
 * The receive buffer in bytes. Linux counts the first window in whole segments (tcp_select_initial_window), which is why
 * its SYN offers 65495 and its SYN,ACK 65483 on loopback: the latter knows that each segment carries timestamps.
 */
export function receiveBuffer(profile: Profile, answering: boolean): number {
  const { receiveBuffer, mss, optionBytes } = profile.parameters
  if (!profile.windowInSegments || receiveBuffer > FIELD_MAX) return receiveBuffer
  const unit = Math.min(receiveBuffer, answering ? mss - optionBytes : mss)
  return Math.floor(receiveBuffer / unit) * unit
}
