import { maySend } from '../states'
import { add } from '../seq'
import type { Endpoint } from '../types'

/**
 * What an endpoint has to be, because an event proves it, though the model alone did not take it there. Each stands for
 * something that the kernel does and the model can't foresee; nothing else writes a control block from outside. Pure: the
 * endpoints handed in stay as they were.
 */

/**
 * `bytes` of text were sent, received, read and acknowledged, as by tcp_sendmsg and tcp_recvmsg: for the rest of a long
 * transfer that nobody follows segment by segment. All numbers that come after are right.
 *
 * @returns null where text of this direction still waits or is under way, and has to go the ordinary way
 */
export function supposeTransferred(
  sender: Endpoint,
  receiver: Endpoint,
  bytes: number,
): { readonly sender: Endpoint; readonly receiver: Endpoint } | null {
  const idle = sender.sndNxt === sender.sndEnd && sender.sndCursor === sender.sndEnd && !sender.finQueued
  if (!idle || !maySend(sender.state) || receiver.rcvNxt !== sender.sndNxt) return null
  const next = add(sender.sndNxt, bytes)
  return {
    sender: {
      ...sender,
      sndUna: next,
      sndNxt: next,
      sndCursor: next,
      sndEnd: next,
      sndPush: next,
      sndSmall: next,
      sndWl2: next,
      timedSeq: null,
      retransmissionAt: Infinity,
      persistAt: Infinity,
    },
    receiver: {
      ...receiver,
      rcvNxt: next,
      ackedUpTo: next,
      ackScheduled: false,
      delayedAckAt: Infinity,
      rcvEdge: add(receiver.rcvEdge, bytes),
      sndWl1: next,
    },
  }
}

/** The receive buffer has been made larger by `bytes` (tcp_rcv_space_adjust), and the window with it. */
export const supposeLargerBuffer = (receiver: Endpoint, bytes: number): Endpoint => ({
  ...receiver,
  rcvBuffer: receiver.rcvBuffer + bytes,
  rcvMemory: receiver.rcvMemory + bytes,
  rcvEdge: add(receiver.rcvEdge, bytes),
})

/** The peer has offered `bytes` more than was heard of (tcp_ack_update_window). */
export const supposeLargerWindow = (sender: Endpoint, bytes: number): Endpoint => ({
  ...sender,
  sndWnd: sender.sndWnd + bytes,
})

/** The delayed-ACK timer is due by `now` (tcp_delack_timer): the acknowledgement that waits goes with the next timer input. */
export const supposeAckDue = (receiver: Endpoint, now: number): Endpoint => ({
  ...receiver,
  delayedAckAt: Math.min(receiver.delayedAckAt, now),
})
