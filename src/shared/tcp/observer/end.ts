import type { Side, TcpState } from '../../trace/names'
import type { TraceState } from '../../trace/schema'
import { ACK, FIN, RST, SYN } from '../../trace/flags'
import { transitionFor, type TransitionEvent } from '../transitions'
import { add, ge, gt, type Seq } from '../seq'
import { abortResets, isSynchronized } from '../states'
import type { Seen } from './seen'

/** What travels towards an end and will change its state when it arrives. */
type Cause = 'SYN' | 'SYN,ACK' | 'ACK of SYN' | 'FIN' | 'ACK of FIN' | 'RST'

interface Arrival {
  readonly cause: Cause
  /** The segment that carries it, and when it passed. */
  readonly n: number
  readonly t: number
  /** The acknowledgement by which this end shows that it has arrived; null where only its conduct does. */
  readonly shownBy: Seq | null
}

/** States in which an end may send a SYN; one in any other has forgotten its connection (RFC 9293 §3.5.1). */
const BEFORE_SYN: ReadonlySet<TcpState> = new Set(['CLOSED', 'LISTEN', 'SYN-SENT', 'SYN-RECEIVED'])

/**
 * The state that an end of a watched connection must be in. What it sends tells for certain; what it receives is told by
 * what it sends next: an arrival is believed once this end acknowledges it or goes on as one that has it, and is dated to
 * the last segment that can have brought it. At the end of the capture, what was never contradicted is believed.
 */
export class WatchedEnd {
  /** Null while nothing tells. */
  state: TcpState | null = null
  readonly states: TraceState[] = []
  private arrivals: Arrival[] = []
  /** It was in LISTEN before (RFC 9293 §3.10.7.4: a reset then leads back there). */
  private passive = false

  constructor(private readonly side: Side) {}

  /** The state in which the capture finds it. */
  begin(state: TcpState, t: number): void {
    this.state = state
    this.passive = state === 'LISTEN'
    this.states.push({ t, side: this.side, state, provenance: 'inferred', transition: null })
  }

  /** Whether a SYN finds it in a connection: its state is synchronized, or about to be, and no reset is on its way. */
  get stands(): boolean {
    const comes = (cause: Cause): boolean => this.arrivals.some((arrival) => arrival.cause === cause)
    return this.state !== null && (isSynchronized(this.state) || comes('ACK of SYN')) && !comes('RST')
  }

  /** This end sends, by which it changes its own state: after `settle` has said what had arrived before. */
  sends({ flags, t }: Seen, n: number): void {
    if ((flags & RST) !== 0) {
      // In the other states a reset only answers a segment that does not fit, and changes nothing (RFC 9293 §3.10.7).
      if (this.state !== null && abortResets(this.state)) this.enter('ABORT', t, n)
    } else if ((flags & (SYN | ACK)) === SYN) {
      if (this.state !== null && !BEFORE_SYN.has(this.state)) this.begin('CLOSED', t)
      this.enter('active OPEN', t, n)
    } else if ((flags & FIN) !== 0) this.enter('CLOSE', t, n)
  }

  /** A segment passes on its way to this end. */
  receives(segment: Seen, n: number, own: { readonly fin: Seq | null }): void {
    const { flags, t, seq, ack, len } = segment
    const expect = (cause: Cause, shownBy: Seq | null): void => {
      // An acknowledgement is cumulative, so the first one counts. What was sent again had been lost, more likely than not.
      if (cause.startsWith('ACK') && this.arrivals.some((arrival) => arrival.cause === cause)) return
      this.arrivals = this.arrivals.filter((arrival) => arrival.cause !== cause)
      this.arrivals.push({ cause, n, t, shownBy })
    }
    const acknowledges = (flags & ACK) !== 0
    if ((flags & RST) !== 0) return expect('RST', null)
    // Its sender has begun anew, and the reset before it was meant to end what stood.
    if ((flags & SYN) !== 0) this.believe(({ cause }) => cause === 'RST')
    if ((flags & SYN) !== 0) expect(acknowledges ? 'SYN,ACK' : 'SYN', add(seq, 1))
    else if (acknowledges && this.state === 'SYN-RECEIVED') expect('ACK of SYN', null)
    if (acknowledges && own.fin !== null && gt(ack, own.fin) && this.waitsForAckOfFin()) expect('ACK of FIN', null)
    if ((flags & FIN) !== 0) expect('FIN', add(seq, len + 1))
  }

  /** The capture is over. What nobody acknowledges, an ACK or a reset, has arrived as far as nothing spoke against it. */
  end(): void {
    this.believe(({ cause, shownBy }) => shownBy === null || (cause === 'SYN,ACK' && this.state === 'SYN-RECEIVED'))
  }

  private waitsForAckOfFin(): boolean {
    return this.state === 'FIN-WAIT-1' || this.state === 'CLOSING' || this.state === 'LAST-ACK'
  }

  /** What this end sends shows what has arrived, and what has not. */
  settle(segment: Seen): void {
    const { flags, ack } = segment
    const acknowledges = (flags & ACK) !== 0
    const again = { syn: (flags & SYN) !== 0, fin: (flags & FIN) !== 0 }
    this.arrivals = this.arrivals.filter(({ cause }) => {
      if (cause === 'ACK of SYN') return !again.syn
      return cause !== 'ACK of FIN' || !again.fin
    })
    // It answers a SYN that came after the reset, in whichever order the two passed.
    if (again.syn && this.arrivals.some(({ cause }) => cause === 'SYN')) this.believe(({ cause }) => cause === 'RST')
    this.believe(({ cause, shownBy }) => {
      if (cause === 'ACK of SYN' || cause === 'ACK of FIN') return true
      // Two SYNs have crossed: the SYN,ACK that this one crosses has not arrived yet.
      if (cause === 'SYN,ACK' && again.syn) return false
      return acknowledges && shownBy !== null && ge(ack, shownBy)
    })
  }

  private believe(arrived: (arrival: Arrival) => boolean): void {
    const believed = this.arrivals.filter(arrived)
    this.arrivals = this.arrivals.filter((arrival) => !believed.includes(arrival))
    believed.forEach((arrival, i) => {
      const next = believed[i + 1]
      const both = arrival.cause === 'ACK of FIN' && next?.cause === 'FIN' && next.n === arrival.n
      if (both && this.state === 'FIN-WAIT-1') this.enter('rcv FIN,ACK of FIN', arrival.t, arrival.n)
      else this.arrive(arrival)
    })
  }

  private arrive({ cause, t, n }: Arrival): void {
    // Whoever answers a SYN after its connection has gone has a listener: the answer begins a new connection.
    if (cause === 'SYN' && this.state === 'CLOSED') this.begin('LISTEN', t)
    this.enter(this.eventOf(cause), t, n)
  }

  private eventOf(cause: Cause): TransitionEvent {
    if (this.state === 'SYN-RECEIVED') {
      // Where two SYNs crossed, the other end's SYN,ACK brings the ACK of this end's (RFC 9293 §3.5, Figure 7).
      if (cause === 'SYN,ACK') return 'rcv ACK of SYN'
      if (cause === 'RST' && this.passive) return 'rcv RST (passive OPEN)'
    }
    return `rcv ${cause}`
  }

  /** Takes the row of the transition table; where it has none, the state stays. */
  private enter(event: TransitionEvent, t: number, n: number): void {
    const row = this.state === null ? null : transitionFor(this.state, event)
    if (row === null) return
    this.state = row.to
    this.states.push({ t, side: this.side, state: row.to, provenance: 'inferred', transition: row.id, segment: n })
  }
}
