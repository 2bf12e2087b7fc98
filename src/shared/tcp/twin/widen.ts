import { otherSide, type Side } from '../../trace/names'
import { add } from '../seq'
import type { Loopback } from './loopback'

/** One step of the kernel's automatic tuning of the receive buffer, bytes. */
const STEP = 131_072

/**
 * Bytes have arrived that the modelled window did not let through: the receiver's buffer must be larger than the model
 * takes it to be (Linux tunes it as it goes, tcp_rcv_space_adjust). Widens it, and lets the sender go on.
 *
 * @returns false when the sender has nothing that the window could hold back
 */
export function widen(wire: Loopback, from: Side, t: number, cause: number): boolean {
  const sender = wire.ends[from]
  const to = otherSide(from)
  const receiver = wire.ends[to]
  if (sender.sndEnd === sender.sndCursor) return false
  wire.ends[to] = {
    ...receiver,
    rcvBuffer: receiver.rcvBuffer + STEP,
    rcvMemory: receiver.rcvMemory + STEP,
    rcvEdge: add(receiver.rcvEdge, STEP),
  }
  wire.ends[from] = { ...sender, sndWnd: sender.sndWnd + STEP }
  wire.call(from, { kind: 'configure' }, t, cause)
  return true
}
