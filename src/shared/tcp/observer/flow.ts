import { ACK, FIN, RST, sequenceLength, SYN } from '../../trace/flags'
import { add, ge, gt, latest, le, lt, type Seq } from '../seq'
import type { Seen } from './seen'

/** A stretch of the sequence space that was sent: `[from, to)`. */
interface Stretch {
  readonly from: Seq
  readonly to: Seq
  /** When its last sending passed. */
  readonly t: number
}

/** How many stretches a direction keeps: what is older than the last acknowledgement is dropped, and so is the oldest. */
const KEPT = 4096

/**
 * One direction of a connection: what one end has sent and announced, as the wire shows it. The names are those of
 * RFC 9293 §3.3.1 where the RFC has one.
 */
export class Flow {
  /** The initial sequence number; where no SYN was seen, the number before the first one seen. */
  isn: Seq | null = null
  isnSeen = false
  /** It has sent a SYN,ACK. */
  hasAnswered = false
  /** SND.NXT: the number after the highest one sent. */
  next: Seq | null = null
  /** The highest acknowledgement that this end sent: RCV.NXT as it announced it. */
  ack: Seq | null = null
  ackTime = 0
  /** The window field that it announced last, and the bits by which it counts. */
  window: number | null = null
  scale: number | null = null
  /** The window scale option of its SYN, and when that passed. */
  offered: number | null = null
  synTime: number | null = null
  /** How many times in a row it has announced `ack` by a duplicate ACK (RFC 5681 §2). */
  duplicates = 0
  /** The number of its FIN; null before one passed. */
  fin: Seq | null = null
  /** SND.NXT when data was last sent again, until that is acknowledged (RFC 6582, `recover`). */
  recover: Seq | null = null
  last: Seen | null = null
  /** Numbers that must have been sent and were not seen. */
  gaps: Stretch[] = []
  /** What was sent and is not acknowledged, oldest first. */
  private outstanding: Stretch[] = []

  /** Bytes that the announced window means, as far as the scale is known. */
  windowBytes(): number | null {
    return this.window === null || this.scale === null ? null : this.window * 2 ** this.scale
  }

  /** Whether the numbers of `[from, to)` lie in a gap: passed the watcher neither before nor since. */
  fillsGap(from: Seq, to: Seq): boolean {
    return this.gaps.some((gap) => le(gap.from, from) && ge(gap.to, to))
  }

  /** When the number was last sent before; null where it was not, or where that is forgotten. */
  sentAt(seq: Seq): number | null {
    const stretch = this.outstanding.findLast(({ from, to }) => le(from, seq) && gt(to, seq))
    return stretch?.t ?? null
  }

  /** A SYN with another number: this end begins anew, and what it sent before is of an earlier connection. */
  restart(): void {
    this.isnSeen = false
    this.hasAnswered = false
    this.next = null
    this.fin = null
    this.recover = null
    this.gaps = []
    this.outstanding = []
  }

  /** Takes a segment of this direction in, after everything was asked about it. */
  send(segment: Seen): void {
    const taken = sequenceLength(segment)
    const end = add(segment.seq, taken)
    this.last = segment
    // A reset that answers a stray takes its number from that, not from this direction (RFC 9293 §3.10.7.1).
    if ((segment.flags & RST) !== 0) return
    if (this.isn === null || (segment.flags & SYN) !== 0) this.begin(segment)
    if (this.next !== null && gt(segment.seq, this.next)) {
      this.gaps.push({ from: this.next, to: segment.seq, t: segment.t })
    } else if (taken > 0) {
      this.gaps = this.gaps.flatMap((gap) => without(gap, segment.seq, end))
    }
    if ((segment.flags & (SYN | ACK)) === (SYN | ACK)) this.hasAnswered = true
    if ((segment.flags & FIN) !== 0) this.fin = add(end, -1)
    if (taken > 0) {
      this.outstanding.push({ from: segment.seq, to: end, t: segment.t })
      if (this.outstanding.length > KEPT) this.outstanding.shift()
    }
    this.next = this.next === null ? end : latest(this.next, end)
  }

  /** The other end acknowledges everything before `ack`: it needs no place here any more. */
  acknowledged(ack: Seq): void {
    while (this.outstanding[0] !== undefined && le(this.outstanding[0].to, ack)) this.outstanding.shift()
    this.gaps = this.gaps.filter(({ to }) => gt(to, ack))
    if (this.recover !== null && ge(ack, this.recover)) this.recover = null
  }

  private begin({ flags, seq }: Seen): void {
    const bySyn = (flags & SYN) !== 0
    if (this.isnSeen && bySyn) return
    this.isn = bySyn ? seq : add(seq, -1)
    this.isnSeen = bySyn
  }
}

/** What is left of a gap once `[from, to)` has been seen. */
function without(gap: Stretch, from: Seq, to: Seq): Stretch[] {
  if (le(to, gap.from) || ge(from, gap.to)) return [gap]
  const left = lt(gap.from, from) ? [{ ...gap, to: from }] : []
  const right = gt(gap.to, to) ? [{ ...gap, from: to }] : []
  return [...left, ...right]
}
