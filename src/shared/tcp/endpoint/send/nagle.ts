import { gt } from '../../seq'
import type { Endpoint } from '../../types'
import type { Tcb } from '../tcb'

/** Text bytes of a full segment. Linux keeps it to half of the largest window offered (tcp_bound_to_half_wnd). */
export function segmentSize(tcb: Endpoint): number {
  const { boundToHalfWindow } = tcb.config.profile
  if (!boundToHalfWindow || tcb.sndWndMax === 0) return tcb.sndMss
  const bound = tcb.sndWndMax > 536 ? tcb.sndWndMax >> 1 : tcb.sndWndMax
  return Math.min(tcb.sndMss, Math.max(bound, 68))
}

/**
 * Text bytes of the next segment when so many may go: at most a full one, or what offload lets through in one piece
 * (tcp_tso_autosize, tcp_grow_skb), which is never cut within a full segment as long as more follows.
 */
export function nextSize(tcb: Tcb, available: number): number {
  const full = segmentSize(tcb)
  const { offload } = tcb.config.profile.parameters
  if (available <= Math.max(full, offload)) return available
  return Math.max(1, Math.floor(offload / full)) * full
}

/**
 * Whether `len` new bytes may go now: the sender's silly-window avoidance and Nagle's rule (RFC 9293 §3.8.6.2.1 and
 * §3.7.4). A full segment may; the last one may when nothing is unacknowledged or Nagle is off; a part that the window
 * cut short only when it is at least half of the largest window seen.
 *
 * @param pending - bytes that wait, these included
 * @param size - bytes of a full segment
 */
export function mayGo(tcb: Tcb, len: number, pending: number, size: number): boolean {
  if (len >= size) return true
  if (len < pending) return offloads(tcb) || len >= tcb.sndWndMax / 2
  return tcb.noDelay || !holdsBack(tcb)
}

/** A window that cuts an offloaded segment short is used up all the same (tcp_mss_split_point). */
const offloads = (tcb: Tcb): boolean => tcb.config.profile.parameters.offload > 0

/** Nagle: any data unacknowledged. Minshall's variant (Linux tcp_minshall_check): only an earlier small segment. */
function holdsBack(tcb: Tcb): boolean {
  const outstanding = gt(tcb.sndNxt, tcb.sndUna)
  return tcb.config.profile.nagle === 'rfc' ? outstanding : outstanding && gt(tcb.sndSmall, tcb.sndUna)
}
