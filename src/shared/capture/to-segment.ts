import { flagNames, ACK, FIN, RST, SYN } from '../trace/flags'
import { add, distance, gt, type Seq } from '../tcp/seq'
import { otherSide, type Side } from '../trace/names'
import type { SegmentOptions, TraceSegment } from '../trace/schema'
import type { TcpOption } from './options'
import type { DecodedPacket } from './packet'

/** What one direction has shown so far. */
interface Direction {
  isn: Seq | null
  /** A SYN of its has shown what it offers. */
  hasSyn: boolean
  /** RFC 7323 §2.2: the shift its SYN offered; null without the option. */
  scale: number | null
  /** The number after the highest one it has sent. */
  next: Seq | null
}

export interface Seen {
  /** Milliseconds since the run began. */
  readonly t: number
  readonly from: Side
  readonly packet: DecodedPacket
  /** No kernel sent it now: it tells nothing of what its sender has sent so far. */
  readonly stray?: boolean
}

/**
 * Reads the packets of one connection, in the order in which they were seen, as captured segments: numbers relative to the
 * initial ones, the window as it is scaled, what was sent again.
 */
export class CapturedSegments {
  readonly #directions: Readonly<Record<Side, Direction>> = {
    client: { isn: null, hasSyn: false, scale: null, next: null },
    server: { isn: null, hasSyn: false, scale: null, next: null },
  }
  #count = 0

  /** The initial sequence number of a side; null until one of its segments has shown it. */
  isn(side: Side): Seq | null {
    return this.#directions[side].isn
  }

  /** The number after the highest one that side has sent, relative numbers' zero being its ISN; null before its first. */
  next(side: Side): Seq | null {
    return this.#directions[side].next
  }

  add({ t, from, packet, stray = false }: Seen): TraceSegment {
    const { tcp, length } = packet
    const own = this.#directions[from]
    const peer = this.#directions[otherSide(from)]
    const synchronizes = (tcp.flags & SYN) !== 0
    if (!stray) this.#learn(own, packet)
    const end = add(tcp.seq, length + (synchronizes ? 1 : 0) + ((tcp.flags & FIN) !== 0 ? 1 : 0))
    const again = !stray && own.next !== null && end !== tcp.seq && !gt(end, own.next)
    if (!stray && (tcp.flags & RST) === 0 && (own.next === null || gt(end, own.next))) own.next = end
    const acknowledges = (tcp.flags & ACK) !== 0
    const options = optionsOf(tcp.options)
    this.#count += 1
    return {
      n: this.#count,
      t,
      from,
      flags: flagNames(tcp.flags),
      seq: tcp.seq,
      ack: acknowledges ? tcp.ack : null,
      relSeq: relative(tcp.seq, own.isn),
      relAck: acknowledges ? relative(tcp.ack, peer.isn) : null,
      len: length,
      window: tcp.window,
      ...windowBytes(tcp.window, synchronizes ? 0 : shift(own, peer)),
      ...(options === null ? {} : { options }),
      checksum: packet.checksum,
      provenance: 'captured',
      ...(again ? { retransmission: true } : {}),
    }
  }

  /** A SYN shows where its direction's numbers begin; without one they count from just before the first seen. */
  #learn(own: Direction, { tcp }: DecodedPacket): void {
    if ((tcp.flags & SYN) !== 0) {
      own.hasSyn = true
      own.isn ??= tcp.seq
      own.scale ??= tcp.options.find((option) => option.kind === 'window-scale')?.shift ?? null
    } else if ((tcp.flags & RST) === 0) own.isn ??= add(tcp.seq, -1)
  }
}

/**
 * RFC 7323 §2.2: windows are shifted only where both sides have offered to, and by at most 14 (§2.3). Null where a SYN was
 * not seen: what was agreed is not known then.
 */
function shift(own: Direction, peer: Direction): number | null {
  if (!own.hasSyn || !peer.hasSyn) return null
  return own.scale === null || peer.scale === null ? 0 : Math.min(own.scale, 14)
}

const windowBytes = (field: number, by: number | null): Pick<TraceSegment, 'windowBytes'> =>
  by === null ? {} : { windowBytes: field * 2 ** by }

/** Numbers count from the ISN; without one (a reset for a connection that never was) they are what they are. */
const relative = (seq: Seq, isn: Seq | null): number => (isn === null ? seq : distance(seq, isn))

function optionsOf(list: readonly TcpOption[]): SegmentOptions | null {
  const options: SegmentOptions = {}
  for (const option of list) {
    if (option.kind === 'mss') options.mss = option.value
    else if (option.kind === 'window-scale') options.windowScale = option.shift
    else if (option.kind === 'sack-permitted') options.sackPermitted = true
    else if (option.kind === 'sack')
      options.sack = option.blocks.map(([left, right]): [number, number] => [left, right])
    else if (option.kind === 'timestamps') options.timestamps = { value: option.value, echo: option.echo }
    else if (option.kind === 'unknown') options.unknown = [...(options.unknown ?? []), option.code]
  }
  return Object.keys(options).length === 0 ? null : options
}
