import type { Tcb } from '../tcb'
import { distance } from '../../seq'

/**
 * Linux's receive memory (net/ipv4/tcp_input.c, tcp_output.c): a segment is charged with all the memory it takes, not
 * with its text alone, and the window follows from what is left. A profile without `receiveMemory` does not use this.
 */

/** Memory a segment takes beside its text: struct sk_buff, struct skb_shared_info and a head, on 64 bits. */
const OVERHEAD = 832
/** Text of the smallest segment that lets the window grow (tcp_event_data_recv). */
const GROWS_FROM = 128
/** Neighbours smaller than this share their memory (tcp_try_coalesce). */
const COALESCES = 2048

const truesize = (len: number): number => len + OVERHEAD

/** tcp_win_from_space: the part of memory that text can use, in 256ths, as the segments seen so far have it. */
const usable = (tcb: Tcb, space: number): number => Math.floor((Math.max(0, space) * tcb.rcvRatio) / 256)

const charged = (tcb: Tcb): number => tcb.rcvQueue.reduce((sum, len) => sum + truesize(len), 0)

const offerable = (tcb: Tcb): number => (tcb.rcvThreshold > 0 ? tcb.rcvThreshold : tcb.rcvBuffer)

export const accounts = (tcb: Tcb): boolean => tcb.rcvMemory > 0

/** `len` bytes are queued for the program: measures how well segments use memory, and grows the window (tcp_grow_window). */
export function charge(tcb: Tcb, len: number): void {
  if (!accounts(tcb) || len === 0) return
  const last = tcb.rcvQueue.at(-1)
  const shares = last !== undefined && (len < COALESCES || last < COALESCES)
  tcb.rcvQueue = shares ? [...tcb.rcvQueue.slice(0, -1), last + len] : [...tcb.rcvQueue, len]
  const threshold = offerable(tcb)
  if (len > tcb.rcvMss) {
    tcb.rcvRatio = Math.max(1, Math.min(255, Math.floor((len * 256) / truesize(len))))
    tcb.rcvBuffer = usable(tcb, tcb.rcvMemory)
    tcb.rcvThreshold = Math.min(threshold, tcb.rcvBuffer)
  }
  if (len < GROWS_FROM) return
  const grown = offerable(tcb)
  const room = Math.min(tcb.rcvBuffer, usable(tcb, tcb.rcvMemory - charged(tcb))) - grown
  if (room > 0) tcb.rcvThreshold = grown + Math.min(room, 2 * Math.max(tcb.config.profile.parameters.mss, len))
}

/** The program has read `bytes`; a segment's memory is free once all of it is read. */
export function release(tcb: Tcb, bytes: number): void {
  if (!accounts(tcb)) return
  let eaten = tcb.rcvEaten + bytes
  let first = 0
  for (let len = tcb.rcvQueue[first]; len !== undefined && len <= eaten; len = tcb.rcvQueue[first]) {
    eaten -= len
    first += 1
  }
  tcb.rcvEaten = eaten
  if (first > 0) tcb.rcvQueue = tcb.rcvQueue.slice(first)
}

/** __tcp_select_window: bytes to offer beyond RCV.NXT; never less than was offered before. */
export function offerFromMemory(tcb: Tcb): number {
  const offered = Math.max(0, distance(tcb.rcvEdge, tcb.rcvNxt))
  const full = Math.min(tcb.rcvBuffer, usable(tcb, tcb.rcvMemory))
  const unit = 2 ** tcb.rcvScale
  let free = usable(tcb, tcb.rcvMemory - charged(tcb))
  if (free < full / 2) {
    free = Math.floor(free / unit) * unit
    if (free < usable(tcb, tcb.rcvMemory) / 16 || free < Math.min(tcb.rcvMss, full)) return offered
  }
  return Math.max(offered, Math.min(free, offerable(tcb)))
}
