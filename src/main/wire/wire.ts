import { ok, type Result } from '@shared/result'
import { decodePacket, type DecodedPacket } from '@shared/capture/packet'
import { otherSide, SIDES, type Side } from '@shared/trace/names'
import type { Fate } from '@shared/trace/schema'
import type { WireFault } from '@shared/wire/faults'
import type { FromEnd, KernelSocket, ToEnd } from '@shared/wire/messages'
import { clockOrigin, now } from '../lab/clock'
import type { WireLog } from './log'
import type { EndMaker, WireEnd } from './maker'
import { Relay, type Flight, type RelayClock } from './relay'

/** A connection that is recorded: its log, and its own time. */
export interface Recorded {
  readonly id: string
  readonly log: WireLog
  /** Milliseconds of its trace at a moment of the lab's clock. */
  time(at: number): number
}

/** Whose packet it is: the ports of both ends, and the version of IP. */
export interface Tuple {
  readonly client: number
  readonly server: number
  readonly version: 4 | 6
}

export const tupleKey = ({ client, server, version }: Tuple): string => `${version}:${client}:${server}`

export interface WireListener {
  /** Where a packet belongs; null where nobody records it. */
  recorded(tuple: Tuple, from: Side, packet: DecodedPacket): Recorded | null
  message(side: Side, message: FromEnd): void
  output(side: Side, stream: 1 | 2, bytes: Uint8Array): void
  /** An end is gone, and with it the wire. */
  lost(side: Side, fault: WireFault, detail: string): void
  /** What is in the air or what a kernel waits for has changed. */
  changed(): void
}

/** How a packet came to be, where no kernel has just sent it. */
export interface Origin {
  readonly stale?: boolean
  readonly forged?: boolean
}

/** A segment in the air, and where it is written down. */
export interface Airborne {
  readonly flight: Flight
  readonly recorded: Recorded
  readonly index: number
}

/** What a kernel said last of its sockets, and when that was (milliseconds on the lab's clock). */
interface Table {
  readonly at: number
  readonly sockets: readonly KernelSocket[]
}

const CLOCK: RelayClock = {
  now,
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds)
    return () => clearTimeout(timer)
  },
}

const fromMonotonic = (at: number): number => at - Number(clockOrigin) / 1e6

/** A wire: two ends, the relay between them, and the record of what went over it. */
export class Wire {
  readonly relay: Relay
  readonly tables: Record<Side, Table> = { client: { at: 0, sockets: [] }, server: { at: 0, sockets: [] } }
  readonly #ends = new Map<Side, WireEnd>()
  readonly #airborne = new Map<number, Airborne>()
  readonly #opened = new Map<string, { recorded: Recorded; tuple: Tuple }>()
  #origin: Origin = {}
  #closed = false

  private constructor(
    private readonly maker: EndMaker,
    private readonly listener: WireListener,
  ) {
    this.relay = new Relay(CLOCK, (to, bytes) => this.#ends.get(to)?.deliver(bytes), {
      departed: (flight, copy) => this.#departed(flight, copy),
      landed: (flight, by) => this.#fate(flight, { became: 'delivered', by }),
      dropped: (flight, by) => this.#fate(flight, { became: 'dropped', by }),
      waits: (flight) => this.#waits(flight),
    })
  }

  /** Opens both ends. @returns why it can't; then nothing is left of either */
  static async open(maker: EndMaker, listener: WireListener): Promise<Result<Wire, WireFault>> {
    const wire = new Wire(maker, listener)
    const opened = await Promise.all(SIDES.map((side) => wire.#open(side)))
    const failed = opened.find((end) => !end.ok)
    if (failed === undefined || failed.ok) return ok(wire)
    await wire.close()
    return failed
  }

  get kind(): EndMaker['kind'] {
    return this.maker.kind
  }

  airborne(id: number): Airborne | undefined {
    return this.#airborne.get(id)
  }

  tell(side: Side, message: ToEnd): void {
    this.#ends.get(side)?.tell(message)
  }

  /** Remembers a connection by its ports, so that what the kernels say of it can be told. */
  watch(tuple: Tuple, recorded: Recorded): void {
    if (this.#opened.has(tupleKey(tuple))) return
    this.#opened.set(tupleKey(tuple), { tuple, recorded })
    // What stood there before it began: the client's nothing, the server's listener.
    for (const side of SIDES) {
      const { at, sockets } = this.tables[side]
      const t = Math.max(0, recorded.time(at))
      recorded.log.sampled(side, stateOf(side, tuple, sockets, null), t, t)
    }
  }

  /** Lets bytes in that no kernel has just sent. */
  letIn(from: Side, bytes: Uint8Array, origin: Origin): void {
    this.#origin = origin
    this.relay.letIn(from, bytes)
    this.#origin = {}
  }

  /** Ends both ends; what is in the air is lost. Settles once no process is left. */
  async close(): Promise<void> {
    this.#closed = true
    this.relay.clear()
    await Promise.all([...this.#ends.values()].map((end) => end.close()))
  }

  async #open(side: Side): Promise<Result<WireEnd, WireFault>> {
    const end = await this.maker.open(side, {
      packet: (bytes, at) => this.#sent(side, bytes, fromMonotonic(at)),
      message: (message) => this.#heard(side, message),
      output: (stream, bytes) => this.listener.output(side, stream, bytes),
      lost: (fault, detail) => {
        if (!this.#closed) this.listener.lost(side, fault, detail)
      },
    })
    if (end.ok) this.#ends.set(side, end.value)
    return end
  }

  /** TCP goes over the relay. Of everything else, what is for one receiver passes, so that errors of ICMP are heard. */
  #sent(from: Side, bytes: Uint8Array, at: number): void {
    if (this.#closed) return
    const decoded = decodePacket(bytes)
    if (decoded.kind === 'tcp') this.relay.send(from, bytes, at)
    else if (decoded.kind === 'other' && !isMulticast(decoded.destination))
      this.#ends.get(otherSide(from))?.deliver(bytes)
  }

  #departed(flight: Flight, copy: boolean): void {
    const decoded = decodePacket(flight.bytes)
    if (decoded.kind !== 'tcp') return
    const { packet } = decoded
    const { sourcePort, destinationPort } = packet.tcp
    const [client, server] = flight.from === 'client' ? [sourcePort, destinationPort] : [destinationPort, sourcePort]
    const tuple: Tuple = { client, server, version: packet.ip.version }
    const recorded = this.listener.recorded(tuple, flight.from, packet)
    if (recorded === null) return
    const { from, bytes } = flight
    const t = recorded.time(flight.at)
    const index = recorded.log.depart({ t, from, bytes, packet, duplicate: copy, ...this.#origin })
    if (index !== null) this.#airborne.set(flight.id, { flight, recorded, index })
  }

  #waits(flight: Flight): void {
    const airborne = this.#airborne.get(flight.id)
    airborne?.recorded.log.fate(airborne.index, { became: 'held', by: flight.held ? 'reader' : 'wire' }, null)
    this.listener.changed()
  }

  #fate(flight: Flight, fate: Fate): void {
    const airborne = this.#airborne.get(flight.id)
    if (airborne !== undefined) {
      const { recorded, index } = airborne
      this.#airborne.delete(flight.id)
      recorded.log.fate(index, fate, recorded.time(now()))
    }
    this.listener.changed()
  }

  #heard(side: Side, message: FromEnd): void {
    if (message.kind === 'kernel') this.#sampled(side, message)
    this.listener.message(side, message)
  }

  #sampled(side: Side, { before, from, to, sockets }: Extract<FromEnd, { kind: 'kernel' }>): void {
    this.tables[side] = { at: fromMonotonic(from), sockets }
    for (const { tuple, recorded } of this.#opened.values()) {
      const { log } = recorded
      const state = stateOf(side, tuple, sockets, log.state(side))
      log.sampled(side, state, recorded.time(fromMonotonic(to)), recorded.time(fromMonotonic(before)))
    }
    this.listener.changed()
  }
}

/**
 * What the kernel of a side says of a connection. Where it has no socket of the connection's own, it listens for it, unless
 * there has been one: then it is gone (from SYN-RECEIVED back to the listener, RFC 9293 §3.10.7.4).
 */
export function stateOf(
  side: Side,
  tuple: Tuple,
  sockets: readonly KernelSocket[],
  last: KernelSocket['state'] | null,
): KernelSocket['state'] {
  const own = socketOf(side, tuple, sockets)
  if (own !== null) return own.state
  const listens = sockets.some(({ local, state }) => state === 'LISTEN' && local.port === tuple[side])
  return listens && (last === null || last === 'LISTEN' || last === 'SYN-RECEIVED') ? 'LISTEN' : 'CLOSED'
}

/** The row of a connection in the socket table of a side. */
export const socketOf = (side: Side, tuple: Tuple, sockets: readonly KernelSocket[]): KernelSocket | null =>
  sockets.find(
    ({ local, remote, state }) =>
      state !== 'LISTEN' && local.port === tuple[side] && remote.port === tuple[otherSide(side)],
  ) ?? null

/** RFC 1112 §4 and RFC 4291 §2.7: router solicitations, group reports; nobody here asks for them. */
const isMulticast = (destination: Uint8Array): boolean =>
  destination.length === 4 ? (destination[0] ?? 0) >= 224 : destination[0] === 0xff
