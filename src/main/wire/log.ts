import { toHex } from '@shared/capture/hex'
import type { DecodedPacket } from '@shared/capture/packet'
import { CapturedSegments } from '@shared/capture/to-segment'
import { FIN, RST, SYN } from '@shared/trace/flags'
import { otherSide, type Side, type TcpState } from '@shared/trace/names'
import type { Fate, TraceSegment, TraceState, WireOrigin } from '@shared/trace/schema'

/** Segments kept one by one before data and bare acknowledgements are only counted; control segments have four times the room. */
const KEPT = 2000
/** Bytes of packets kept whole, a connection; behind them only headers are. */
const KEPT_BYTES = 128 * 1024
/** Enough for any IP and TCP header. */
const HEADERS = 128

export interface Departure {
  readonly t: number
  readonly from: Side
  readonly bytes: Uint8Array
  readonly packet: DecodedPacket
  /** A copy the wire made, one kept from an earlier time, or one that no kernel made. */
  readonly duplicate?: boolean
  readonly stale?: boolean
  readonly forged?: boolean
}

/** The captured and the kernel lane of one connection, within bounds: what is not kept is counted (invariant 10). */
export class WireLog {
  readonly segments: TraceSegment[] = []
  readonly states: TraceState[] = []
  readonly #counted: WireOrigin['counted'] = {
    client: { segments: 0, bytes: 0 },
    server: { segments: 0, bytes: 0 },
  }
  readonly #captured = new CapturedSegments()
  readonly #last: Record<Side, TcpState | null> = { client: null, server: null }
  #bytes = 0
  /** Called with the 0-based index of a segment or state that is new or has changed. */
  onSegment: (index: number) => void = () => undefined
  onState: (index: number) => void = () => undefined

  constructor(private readonly ends: WireOrigin['ends']) {}

  get origin(): WireOrigin {
    const { client, server } = this.#counted
    return { ends: this.ends, counted: { client: { ...client }, server: { ...server } } }
  }

  get isn(): Record<Side, number | null> {
    return { client: this.#captured.isn('client'), server: this.#captured.isn('server') }
  }

  get captured(): Pick<CapturedSegments, 'isn'> {
    return this.#captured
  }

  state(side: Side): TcpState | null {
    return this.#last[side]
  }

  /** Writes a segment down. Answers its index, or null where it was only counted. */
  depart({ t, from, bytes, packet, duplicate = false, stale = false, forged = false }: Departure): number | null {
    const stray = duplicate || stale || forged
    const read = this.#captured.add({ t, from, packet, stray })
    const controls = (packet.tcp.flags & (SYN | FIN | RST)) !== 0
    if (this.segments.length >= (controls || stray ? 4 * KEPT : KEPT)) {
      this.#counted[from].segments += 1
      this.#counted[from].bytes += packet.length
      return null
    }
    const kept = bytes.subarray(0, this.#bytes + bytes.length <= KEPT_BYTES ? bytes.length : HEADERS)
    this.#bytes += kept.length
    const segment: TraceSegment = {
      ...read,
      n: this.segments.length + 1,
      bytes: toHex(kept),
      ...(duplicate ? { duplicate: true } : {}),
      ...(stale ? { stale: true } : {}),
      ...(forged ? { forged: true } : {}),
    }
    return this.#changed(this.segments.push(segment) - 1)
  }

  /** What became of it. @param t - when it landed or was lost; null while it waits */
  fate(index: number, fate: Fate, t: number | null): void {
    const segment = this.segments[index]
    if (!segment) return
    const rest = { ...segment }
    delete rest.lost
    this.segments[index] = {
      ...rest,
      fate,
      arrives: fate.became === 'delivered' ? t : null,
      ...(fate.became === 'dropped' ? { lost: true } : {}),
    }
    this.#changed(index)
  }

  /** A kernel's state as a sample showed it; the same state again is no news. */
  sampled(side: Side, state: TcpState, t: number, after: number): void {
    if (this.#last[side] === state || this.states.length >= KEPT) return
    this.#last[side] = state
    const first = !this.states.some((known) => known.side === side)
    this.onState(this.states.push({ t, side, state, provenance: 'kernel', ...(first ? {} : { after }) }) - 1)
  }

  /** Whether this packet belongs to the conversation that is under way, or begins another one with the same addresses. */
  begins(from: Side, packet: DecodedPacket): boolean {
    const isn = this.#captured.isn(from)
    const opens = (packet.tcp.flags & SYN) !== 0 && isn !== null && isn !== packet.tcp.seq
    return opens && this.#captured.isn(otherSide(from)) !== null
  }

  #changed(index: number): number {
    this.onSegment(index)
    return index
  }
}
