import { add, distance, type Seq } from '../../seq'
import type { Segment } from '../../types'
import { blank } from '../tcb'
import { initialWindow } from '../congestion'
import { sample } from '../rtt'
import type { Tcb } from '../tcb'
import type { Turn } from '../turn'
import { receiveBuffer } from '../window'

/** Starts the send side at ISS; bytes already handed over keep their place behind the SYN. */
export function chooseIss(t: Turn): void {
  const { tcb } = t
  const { rules, iss } = tcb.config
  const queued = distance(tcb.sndEnd, tcb.iss)
  const chosen: Seq = rules.isnAlwaysZero ? 0 : iss
  tcb.iss = chosen
  tcb.synAcknowledged = false
  tcb.sndUna = chosen
  tcb.sndNxt = chosen
  tcb.sndCursor = chosen
  tcb.sndEnd = add(chosen, Math.max(1, queued))
  tcb.sndPush = queued > 1 ? tcb.sndEnd : add(chosen, 1)
  tcb.sndSmall = chosen
}

/** What the peer's SYN tells: its numbers, its MSS (536 when it names none, RFC 9293 §3.7.1) and its window scale. */
export function learnFromSyn(t: Turn, syn: Segment): void {
  const { tcb, now } = t
  const { mss, optionBytes, windowScale } = tcb.config.profile.parameters
  const offered = distance(tcb.rcvEdge, tcb.rcvNxt)
  const active = tcb.state === 'SYN-SENT'
  tcb.irs = syn.seq
  tcb.rcvNxt = add(syn.seq, 1)
  tcb.ackedUpTo = syn.seq
  tcb.rcvMoved = 'syn'
  tcb.ackScheduled = true
  if (!active) tcb.rcvBuffer = receiveBuffer(tcb.config.profile, true)
  tcb.rcvEdge = add(tcb.rcvNxt, active ? offered : 0)
  tcb.sndMss = Math.max(1, Math.min(syn.mss ?? 536, mss) - optionBytes)
  tcb.scaling = syn.windowScale !== null && windowScale >= 0
  tcb.sndScale = tcb.scaling ? Math.min(syn.windowScale ?? 0, 14) : 0
  tcb.rcvScale = tcb.scaling ? windowScale : 0
  tcb.sndWnd = syn.window
  tcb.sndWndMax = syn.window
  tcb.sndWl1 = syn.seq
  tcb.sndWl2 = syn.ack
  // Linux starts its guess at 536 (tcp_initialize_rcv_mss); the RFC's "full-sized" is what we announced.
  tcb.rcvMss = tcb.config.profile.ackPolicy === 'linux' ? Math.min(536, mss) : mss - optionBytes
  tcb.cwnd = initialWindow(tcb)
  tcb.heardAt = now
}

/** Our SYN has been acknowledged: the connection is open as far as this end can tell. */
export function establish(t: Turn, ack: Seq): void {
  const { tcb, now } = t
  const { rtoAfterLostSyn, keepAliveIdle } = tcb.config.profile.parameters
  tcb.sndUna = ack
  tcb.synAcknowledged = true
  if (distance(ack, tcb.sndCursor) > 0) tcb.sndCursor = ack
  if (tcb.timedSeq !== null) sample(tcb, now - tcb.timedAt)
  else if (tcb.synRetransmitted) tcb.rto = Math.max(tcb.rto, rtoAfterLostSyn)
  tcb.timedSeq = null
  tcb.retries = 0
  tcb.retransmissionAt = Infinity
  tcb.userAt = Infinity
  tcb.cwnd = initialWindow(tcb)
  if (tcb.keepAlive) tcb.keepAliveAt = now + keepAliveIdle
  t.notices.push({ kind: 'established' })
}

/** Back to listening, as if the SYN had never come; only an endpoint of a passive OPEN does this. */
export function forgetPeer(tcb: Tcb): void {
  Object.assign(tcb, blank(tcb.config, tcb.noDelay, tcb.keepAlive), { state: tcb.state, passive: true })
}
