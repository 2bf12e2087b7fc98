import { ACK, FIN, sequenceLength, SYN } from '../../../trace/flags'
import type { Reason } from '../../../trace/schema'
import { ACKS } from '../../reasons'
import { add, distance, gt, type Seq } from '../../seq'
import type { Endpoint, Segment, Sent } from '../../types'
import { segmentSize } from '../send/nagle'

/**
 * Tail loss probe (RFC 8985 §7; Linux tcp_schedule_loss_probe, tcp_send_loss_probe): when at least two segments stay
 * unacknowledged for two round trips and a little, the last one is sent again, in case it was lost; a FIN counts as one.
 * On loopback nothing is lost; it happens when the receiver has reason to wait with its acknowledgement. For a single
 * segment the wait is 200 ms longer, and a delayed ACK comes first.
 */

const WHY: Reason = { code: 'twin.sent.loss-probe', source: 'RFC 8985 §7; Linux tcp_send_loss_probe' }
/** Two milliseconds beyond two round trips, which the timer rounds up: half a tick more or less. */
const TICKS = 1.5

/** What was handed to the network as one piece and is not acknowledged. */
interface Piece {
  readonly segment: Segment
  readonly end: Seq
  /** Segments on the wire: offload puts several full ones into one piece. */
  readonly packets: number
}

/** What one end waits to hear of. */
export interface Outstanding {
  readonly pieces: readonly Piece[]
  /** When something was last sent or newly acknowledged. */
  readonly at: number
  /** One probe until something is acknowledged. */
  readonly probed: boolean
}

export const NOTHING_OUTSTANDING: Outstanding = { pieces: [], at: 0, probed: false }

/** After `sender` has sent a segment; SYNs are not probed for. */
export function withSent(outstanding: Outstanding, sender: Endpoint, sent: Sent, now: number): Outstanding {
  const { segment, retransmission } = sent
  const length = sequenceLength(segment)
  if (length === 0 || (segment.flags & SYN) !== 0 || retransmission) return outstanding
  const packets = Math.max(1, Math.ceil(segment.len / segmentSize(sender)))
  const piece = { segment, end: add(segment.seq, length), packets }
  return { pieces: [...outstanding.pieces, piece], at: now, probed: outstanding.probed }
}

/** After any step of `sender`: what is acknowledged needs no probe. */
export function withoutAcknowledged(outstanding: Outstanding, { sndUna, state }: Endpoint, now: number): Outstanding {
  const { pieces } = outstanding
  if (pieces.length === 0) return outstanding
  const left = state === 'CLOSED' ? [] : pieces.filter(({ end }) => gt(end, sndUna))
  return left.length < pieces.length ? { pieces: left, at: now, probed: false } : outstanding
}

/** When the probe goes out; Infinity when none is due. */
export function probeAt({ pieces, at, probed }: Outstanding, sender: Endpoint): number {
  const { tick } = sender.config.profile.parameters
  if (tick === 0 || probed || pieces.reduce((sum, { packets }) => sum + packets, 0) < 2) return Infinity
  return at + 2 * (sender.srtt ?? 0) + TICKS * tick
}

/** The probe: the last full segment's worth of what was sent last. */
export function probe({ pieces }: Outstanding, sender: Endpoint): Sent | null {
  const piece = pieces.at(-1)
  if (piece === undefined) return null
  const { seq, len, flags } = piece.segment
  const last = len === 0 ? 0 : ((len - 1) % segmentSize(sender)) + 1
  const segment = {
    ...piece.segment,
    seq: add(seq, len - last),
    len: last,
    flags: ACK | (flags & FIN),
    ack: sender.rcvNxt,
  }
  return { segment, why: { sent: WHY, ack: ACKS.same }, retransmission: true, ackFrom: sender.rcvNxt }
}

/** A receiver without any window left keeps its acknowledgement back even from a probe, until it was due. */
export const ignoresProbe = (receiver: Endpoint): boolean => distance(receiver.rcvEdge, receiver.rcvNxt) <= 0
