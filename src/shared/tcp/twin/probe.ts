import type { Side } from '../../trace/names'
import type { Reason } from '../../trace/schema'
import { ACK, FIN, sequenceLength, SYN } from '../../trace/flags'
import { segmentSize } from '../endpoint/send/nagle'
import { add, distance, gt, type Seq } from '../seq'
import type { Endpoint, Segment, Sent } from '../types'

const WHY: Reason = { code: 'twin.sent.loss-probe', source: 'RFC 8985 §7; Linux tcp_send_loss_probe' }
const SAME: Reason = { code: 'tcp.ack.same', source: 'RFC 9293 §3.4' }
/** Two milliseconds beyond two round trips, which the timer rounds up: half a tick more or less. */
const TICKS = 1.5

/** What was handed to the network as one piece and is not acknowledged. */
interface Flight {
  readonly segment: Segment
  readonly end: Seq
  /** Segments on the wire: offload puts several full ones into one piece. */
  readonly packets: number
}

interface Outstanding {
  readonly flights: readonly Flight[]
  /** When something was last sent or newly acknowledged. */
  readonly at: number
  /** One probe until something is acknowledged. */
  readonly probed: boolean
}

const NOTHING: Outstanding = { flights: [], at: 0, probed: false }

/**
 * Tail loss probe: when at least two segments stay unacknowledged for two round trips and a little, Linux sends the last
 * one again, in case it was lost; a FIN counts as one. On loopback nothing is lost; it happens when the receiver has
 * reason to wait with its acknowledgement. For a single segment the wait is 200 ms longer, and a delayed ACK comes first.
 */
export class LossProbe {
  readonly #outstanding: Record<Side, Outstanding> = { client: NOTHING, server: NOTHING }

  /** @param tick - the kernel's, milliseconds; 0 for an implementation without probes */
  constructor(private readonly tick: number) {}

  fork(): LossProbe {
    const copy = new LossProbe(this.tick)
    Object.assign(copy.#outstanding, this.#outstanding)
    return copy
  }

  /** @param sender - as it was before it sent this */
  sent(from: Side, sender: Endpoint, { segment, retransmission }: Sent, now: number): void {
    const size = sequenceLength(segment)
    if (size === 0 || (segment.flags & SYN) !== 0 || retransmission || this.tick === 0) return
    const { flights, probed } = this.#outstanding[from]
    const packets = Math.max(1, Math.ceil(segment.len / segmentSize({ ...sender })))
    this.#outstanding[from] = {
      flights: [...flights, { segment, end: add(segment.seq, size), packets }],
      at: now,
      probed,
    }
  }

  /** After every step of that side: what is acknowledged needs no probe. */
  settled(side: Side, { sndUna, state }: Endpoint, now: number): void {
    const { flights } = this.#outstanding[side]
    if (flights.length === 0) return
    const left = state === 'CLOSED' ? [] : flights.filter(({ end }) => gt(end, sndUna))
    if (left.length < flights.length) this.#outstanding[side] = { flights: left, at: now, probed: false }
  }

  /** When that side's probe goes out; Infinity when none is due. */
  dueAt(side: Side, sender: Endpoint): number {
    const { flights, at, probed } = this.#outstanding[side]
    if (probed || flights.reduce((sum, { packets }) => sum + packets, 0) < 2) return Infinity
    return at + 2 * (sender.srtt ?? 0) + TICKS * this.tick
  }

  /** The probe: the last full segment's worth of what was sent last. */
  fire(side: Side, sender: Endpoint): Sent | null {
    const outstanding = this.#outstanding[side]
    this.#outstanding[side] = { ...outstanding, probed: true }
    const flight = outstanding.flights.at(-1)
    if (flight === undefined) return null
    const { seq, len, flags } = flight.segment
    const last = len === 0 ? 0 : ((len - 1) % segmentSize({ ...sender })) + 1
    const segment = {
      ...flight.segment,
      seq: add(seq, len - last),
      len: last,
      flags: ACK | (flags & FIN),
      ack: sender.rcvNxt,
    }
    return { segment, why: { sent: WHY, ack: SAME }, retransmission: true, ackFrom: sender.rcvNxt }
  }
}

/** A receiver without any window left keeps its acknowledgement back even from a probe, until it was due. */
export const ignoresProbe = (receiver: Endpoint): boolean => distance(receiver.rcvEdge, receiver.rcvNxt) <= 0
