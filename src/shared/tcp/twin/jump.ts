import { otherSide, type Side } from '../../trace/names'
import { maySend } from '../states'
import { add } from '../seq'
import type { Loopback } from './loopback'

/**
 * Moves both ends over `bytes` of data as if they had been sent, received and acknowledged: what a full record does with
 * the rest of a long transfer. The numbers of everything after it stay right.
 *
 * @returns false when bytes of this direction still wait to be sent, and must go the ordinary way
 */
export function jump(wire: Loopback, from: Side, bytes: number): boolean {
  const sender = wire.ends[from]
  const to = otherSide(from)
  const receiver = wire.ends[to]
  const idle = sender.sndNxt === sender.sndEnd && sender.sndCursor === sender.sndEnd && !sender.finQueued
  if (!idle || !maySend(sender.state)) return false
  if (receiver.rcvNxt !== sender.sndNxt) return false
  const next = add(sender.sndNxt, bytes)
  wire.ends[from] = {
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
  }
  wire.ends[to] = {
    ...receiver,
    rcvNxt: next,
    ackedUpTo: next,
    ackScheduled: false,
    delayedAckAt: Infinity,
    rcvEdge: add(receiver.rcvEdge, bytes),
    sndWl1: next,
  }
  return true
}
