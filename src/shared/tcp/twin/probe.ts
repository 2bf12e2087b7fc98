import type { Side } from '../../trace/names'
import type { Reason } from '../../trace/schema'
import { ACK } from '../flags'
import { segmentSize } from '../endpoint/send/nagle'
import { add, distance } from '../seq'
import type { Endpoint, Segment, Sent } from '../types'

const WHY: Reason = { code: 'twin.sent.loss-probe', source: 'RFC 8985 §7; Linux tcp_send_loss_probe' }
const SAME: Reason = { code: 'tcp.ack.same', source: 'RFC 9293 §3.4' }
/** Two jiffies at the most beyond two round trips; the timer's tick makes it less: one and a half on average. */
const TICKS = 1.5

interface Flight {
  readonly segment: Segment
  readonly at: number
}

/**
 * Tail loss probe: when at least two segments stay unacknowledged for two round trips and a little, Linux sends the last
 * one again, in case it was lost. On loopback nothing is; it happens when the receiver's program is slow to read. The
 * copy changes nothing at the receiver, whose delayed ACK still comes when it was due.
 */
export class LossProbe {
  readonly #flights: Record<Side, Flight | null> = { client: null, server: null }

  /** @param tick - the kernel's, milliseconds; 0 for an implementation without probes */
  constructor(private readonly tick: number) {}

  sent(from: Side, { segment, retransmission }: Sent, now: number): void {
    if (segment.len === 0 || retransmission || this.tick === 0) return
    this.#flights[from] = { segment, at: now }
  }

  /** After every step of that side: what is all acknowledged needs no probe. */
  settled(side: Side, { sndUna, sndNxt, state }: Endpoint): void {
    if (sndUna === sndNxt || state === 'CLOSED') this.#flights[side] = null
  }

  /** When that side's probe goes out; Infinity when none is due. */
  dueAt(side: Side, sender: Endpoint): number {
    const flight = this.#flights[side]
    // Offload may have put several full segments into one.
    if (flight === null || distance(sender.sndNxt, sender.sndUna) <= segmentSize({ ...sender })) return Infinity
    return flight.at + 2 * (sender.srtt ?? 0) + TICKS * this.tick
  }

  /** The probe: the last full segment's worth of what was sent last, once for each flight. */
  fire(side: Side, sender: Endpoint): Sent | null {
    const flight = this.#flights[side]
    this.#flights[side] = null
    if (flight === null) return null
    const { seq, len } = flight.segment
    const last = ((len - 1) % segmentSize({ ...sender })) + 1
    const segment = { ...flight.segment, seq: add(seq, len - last), len: last, flags: ACK, ack: sender.rcvNxt }
    return { segment, why: { sent: WHY, ack: SAME }, retransmission: true, ackFrom: sender.rcvNxt }
  }
}
