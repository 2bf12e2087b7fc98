import { ACK, FIN, RST, SYN } from '../../trace/flags'
import { add, distance, gt } from '../../tcp/seq'
import type { Side } from '../../trace/names'
import type { Address } from '../../trace/schema'
import { CopyFilter } from './copies'
import type { CapturedPacket } from './format'
import type { DecodedPacket } from '../packet'

/**
 * How a connection opens in the capture: by a handshake, by two SYNs that cross, before the capture begins, or not at all
 * (nobody answers, or a reset does).
 */
export type Opening = 'handshake' | 'simultaneous' | 'before' | 'unanswered' | 'refused'

/** How it ends: by a FIN each way, by one FIN only, by a reset, or not while the capture runs. */
export type Ending = 'closed' | 'half-closed' | 'reset' | 'open'

/** One connection of a capture, as a list of them shows it. */
export interface SeenConnection {
  /** `c1`, `c2` … in the order in which they begin. */
  readonly id: string
  readonly client: Address
  readonly server: Address
  /** Whether a SYN tells which end is the client; else the end with the lower port is taken for the server. */
  readonly rolesKnown: boolean
  /** Milliseconds since the capture's first packet. */
  readonly begins: number
  readonly ends: number
  readonly packets: number
  /** Bytes of data that each end sends, each byte once. */
  readonly bytes: Readonly<Record<Side, number>>
  /** Segments that bring nothing new though they take numbers. */
  readonly retransmissions: number
  /** Packets that the capture holds twice. */
  readonly copies: number
  readonly opening: Opening
  readonly ending: Ending
  /** Who sent the first reset; null without one. */
  readonly resetBy: Side | null
}

/** The two ends of a connection before it is known which is the client: `a` sends the first packet of the two. */
export type End = 'a' | 'b'
export const otherEnd = (end: End): End => (end === 'a' ? 'b' : 'a')

/** What one end has sent. */
class Sent {
  isn: number | null = null
  /** The number after the highest one sent; null before the first segment. */
  next: number | null = null
  /** A SYN without ACK, and one with it. */
  readonly opened: { bare: boolean; answer: boolean } = { bare: false, answer: false }
  fin = false
  bytes = 0

  /** @returns whether a segment that takes numbers brings none that is new */
  add({ tcp, length: len }: DecodedPacket): boolean {
    const { seq, flags } = tcp
    const taken = len + (flags & SYN ? 1 : 0) + (flags & FIN ? 1 : 0)
    const end = add(seq, taken)
    const before = this.next
    const kind = flags & ACK ? 'answer' : 'bare'
    // Where two SYNs cross, each end sends its SYN once more, with an ACK (RFC 9293 §3.5, Figure 7): no retransmission.
    const crossed = (flags & SYN) !== 0 && !this.opened[kind] && this.isn === seq
    if (flags & SYN) {
      this.isn ??= seq
      this.opened[kind] = true
    }
    if (flags & FIN) this.fin = true
    if (taken === 0) {
      this.next ??= seq
      return false
    }
    if (before !== null && !gt(end, before)) return !crossed
    const fresh = before === null || gt(seq, before) ? taken : distance(end, before)
    this.bytes += Math.min(len, fresh)
    this.next = end
    return false
  }
}

/** Counts the segments of one connection as they pass. */
export class Tally {
  private readonly sent: Readonly<Record<End, Sent>> = { a: new Sent(), b: new Sent() }
  private readonly filter = new CopyFilter()
  private reset: { readonly by: End; readonly refusal: boolean } | null = null
  private packets = 0
  private copies = 0
  private retransmissions = 0
  private ends: number

  /**
   * @param number - from 1, in the order of the capture
   * @param begins - milliseconds, time of its first packet
   * @param addresses - of both ends
   */
  constructor(
    private readonly number: number,
    private readonly begins: number,
    private readonly addresses: Readonly<Record<End, Address>>,
  ) {
    this.ends = begins
  }

  add(packet: CapturedPacket, segment: DecodedPacket, from: End): void {
    this.packets += 1
    this.ends = Math.max(this.ends, packet.t)
    if (this.filter.isCopy(packet, segment)) {
      this.copies += 1
      return
    }
    if (segment.tcp.flags & RST) {
      const isFirst = this.sent[from].next === null
      this.reset ??= { by: from, refusal: isFirst && this.sent[otherEnd(from)].opened.bare }
    }
    if (this.sent[from].add(segment)) this.retransmissions += 1
  }

  /** Whether nothing but a new SYN can follow between these two ends. */
  get isOver(): boolean {
    return this.reset !== null || (this.sent.a.fin && this.sent.b.fin)
  }

  /** The initial number with which this end began; null where no SYN of it was seen. */
  isn(end: End): number | null {
    return this.sent[end].isn
  }

  /** The end that opened the connection; where no SYN tells, the one with the higher port is taken for it. */
  client(): End {
    return this.opener() ?? (this.addresses.a.port < this.addresses.b.port ? 'b' : 'a')
  }

  summary(): SeenConnection {
    const client = this.client()
    const server = otherEnd(client)
    return {
      id: `c${this.number}`,
      client: this.addresses[client],
      server: this.addresses[server],
      rolesKnown: this.opener() !== null,
      begins: this.begins,
      ends: this.ends,
      packets: this.packets,
      bytes: { client: this.sent[client].bytes, server: this.sent[server].bytes },
      retransmissions: this.retransmissions,
      copies: this.copies,
      opening: this.opening(),
      ending: this.ending(),
      resetBy: this.reset === null ? null : this.reset.by === client ? 'client' : 'server',
    }
  }

  /** The end that sent a SYN without ACK, or that the SYN,ACK went to; of two that both did, the one whose SYN came first. */
  private opener(): End | null {
    const { a, b } = this.sent
    if (a.opened.bare || b.opened.answer) return 'a'
    return b.opened.bare || a.opened.answer ? 'b' : null
  }

  private opening(): Opening {
    const { a, b } = this.sent
    if (a.opened.bare && b.opened.bare) return 'simultaneous'
    if (a.opened.answer || b.opened.answer) return 'handshake'
    if (!a.opened.bare && !b.opened.bare) return 'before'
    return this.reset?.refusal === true ? 'refused' : 'unanswered'
  }

  private ending(): Ending {
    const { a, b } = this.sent
    if (this.reset !== null) return 'reset'
    if (a.fin && b.fin) return 'closed'
    return a.fin || b.fin ? 'half-closed' : 'open'
  }
}
