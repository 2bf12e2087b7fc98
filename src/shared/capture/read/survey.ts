import { ACK, SYN } from '../../trace/flags'
import { add } from '../../tcp/seq'
import type { Address } from '../../trace/schema'
import { addressText } from '../address'
import type { CapturedPacket } from './format'
import type { DecodedPacket } from '../packet'
import { segmentIn, type PassedOver } from './segment'
import { otherEnd, Tally, type End, type SeenConnection } from './tally'

/** Where in a capture one connection is: what is needed to find its packets when the file is read again. */
export interface Place {
  /** Names the two ends, and the one that is the client. */
  readonly pair: string
  readonly client: string
  /** Packets between the two ends belong to the connection from this byte of the file on, up to `to`. */
  readonly from: number
  readonly to: number
}

/** What a capture holds, without its packets. */
export interface Overview {
  readonly connections: readonly SeenConnection[]
  readonly packets: number
  /** How many packets hold no segment, by why. */
  readonly passedOver: Readonly<Partial<Record<PassedOver, number>>>
}

interface Run {
  readonly tally: Tally
  readonly from: number
}

interface Pending {
  readonly end: End
  readonly packet: CapturedPacket
  readonly segment: DecodedPacket
}

/** Two ends and the connections they have, one after another. */
interface Pair {
  readonly key: string
  /** The end that sent the first packet; it is called `a`. */
  readonly a: string
  readonly b: string
  readonly addresses: Readonly<Record<End, Address>>
  readonly runs: Run[]
  /** A SYN that came while a connection stood. An answer to it begins the next one; else it belongs to that one. */
  pending: Pending | null
}

/**
 * Tells the connections of a capture apart while its packets pass, and counts what a list of them shows. Memory grows with
 * the number of connections, not of packets: `place` says which packets are one's when the file is read again.
 */
export class Survey {
  private readonly pairs = new Map<string, Pair>()
  private readonly found: { readonly pair: Pair; readonly run: Run }[] = []
  private readonly passedOver = new Map<PassedOver, number>()
  private packets = 0

  add(packet: CapturedPacket): void {
    this.packets += 1
    const segment = segmentIn(packet)
    if (typeof segment === 'string') {
      this.passedOver.set(segment, (this.passedOver.get(segment) ?? 0) + 1)
      return
    }
    const { source, destination } = endsOf(segment)
    const key = pairKey(source, destination)
    let pair = this.pairs.get(key)
    if (pair === undefined) {
      pair = { key, a: source, b: destination, addresses: addressesOf(segment), runs: [], pending: null }
      this.pairs.set(key, pair)
    }
    this.place(pair, packet, segment, source === pair.a ? 'a' : 'b')
  }

  overview(): Overview {
    for (const pair of this.pairs.values()) this.settle(pair)
    return {
      connections: this.found.map(({ run }) => run.tally.summary()),
      packets: this.packets,
      passedOver: Object.fromEntries(this.passedOver),
    }
  }

  /** @param index - of the connection in the overview */
  placeOf(index: number): Place | null {
    const found = this.found[index]
    if (found === undefined) return null
    const { runs, key, ...ends } = found.pair
    const next = runs[runs.indexOf(found.run) + 1]
    return { pair: key, client: ends[found.run.tally.client()], from: found.run.from, to: next?.from ?? Infinity }
  }

  private place(pair: Pair, packet: CapturedPacket, segment: DecodedPacket, end: End): void {
    const { seq, ack, flags } = segment.tcp
    const { pending } = pair
    const current = pair.runs.at(-1)
    if (pending !== null && end !== pending.end && (flags & (SYN | ACK)) === (SYN | ACK)) {
      if (ack === add(pending.segment.tcp.seq, 1)) this.begin(pair, pending.packet)
    }
    this.settle(pair)
    if ((flags & (SYN | ACK)) === SYN && current !== undefined) {
      const isn = current.tally.isn(end)
      if (isn !== seq && current.tally.isOver) this.begin(pair, packet)
      else if (isn !== seq && current.tally.isn(otherEnd(end)) !== null && isn !== null) {
        pair.pending = { end, packet, segment }
        return
      }
    }
    const run = pair.runs.at(-1) ?? this.begin(pair, packet)
    run.tally.add(packet, segment, end)
  }

  private begin(pair: Pair, { t, offset }: CapturedPacket): Run {
    const run = { tally: new Tally(this.found.length + 1, t, pair.addresses), from: offset }
    pair.runs.push(run)
    this.found.push({ pair, run })
    return run
  }

  /** Gives the SYN that waited to the connection that it belongs to: the last one begun. */
  private settle(pair: Pair): void {
    const { pending } = pair
    if (pending === null) return
    pair.pending = null
    pair.runs.at(-1)?.tally.add(pending.packet, pending.segment, pending.end)
  }
}

/** An end's address and port as a short string: a character for every two bytes. */
function endKey(address: Uint8Array, port: number): string {
  let key = String.fromCharCode(port)
  for (let i = 0; i < address.length; i += 2)
    key += String.fromCharCode(((address[i] ?? 0) << 8) | (address[i + 1] ?? 0))
  return key
}

const endsOf = ({ ip, tcp }: DecodedPacket): { readonly source: string; readonly destination: string } => ({
  source: endKey(ip.source, tcp.sourcePort),
  destination: endKey(ip.destination, tcp.destinationPort),
})

const pairKey = (one: string, other: string): string => (one < other ? one + other : other + one)

/** Names the end that sends a segment, and both ends, the same for both directions. */
export function namesOf(segment: DecodedPacket): { readonly source: string; readonly pair: string } {
  const { source, destination } = endsOf(segment)
  return { source, pair: pairKey(source, destination) }
}

const addressesOf = ({ ip, tcp }: DecodedPacket): Readonly<Record<End, Address>> => ({
  a: { address: addressText(ip.source), port: tcp.sourcePort },
  b: { address: addressText(ip.destination), port: tcp.destinationPort },
})
