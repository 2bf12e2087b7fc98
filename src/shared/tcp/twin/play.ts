import { otherSide, SIDES, type Side } from '../../trace/names'
import type { Connection, Reason, TraceEvent } from '../../trace/schema'
import { ACK, RST } from '../../trace/flags'
import { awaitsPeer } from '../states'
import { Loopback, ONE_WAY } from '../network/loopback'
import { Ledger } from './ledger'
import { concernsSocket, type Plan } from './plan'
import { NodeSocket } from './socket'
import type { ReplayState } from './state'

/** A read or a shutdown happens this long before Node fires the event that tells of it, milliseconds, where there is room. */
export const BEFORE = 0.1

const FOREIGN: Reason = { code: 'twin.unknown.foreign', source: 'RFC 9293 §3.9.1' }
const bent = (code: string): Reason => ({ code: `twin.bent.${code}`, source: 'Node net' })

/** Plays the recorded calls and events of one connection on the two model endpoints, in their order, at their times. */
export class Play {
  readonly ledger: Ledger
  readonly wire: Loopback
  readonly #sockets: Readonly<Record<Side, NodeSocket>>

  /** @param state - where to go on from; written as the play goes on */
  constructor(
    private readonly connection: Connection,
    private readonly plan: Plan,
    private readonly state: ReplayState,
  ) {
    const foreign = SIDES.find((side) => !plan.observes[side]) ?? null
    this.ledger = new Ledger(state, connection.isn ?? { client: 0, server: 0 }, foreign)
    this.wire = new Loopback(state, this.ledger)
    const socket = (side: Side): NodeSocket => {
      const peer = (): NodeSocket => this.#sockets[otherSide(side)]
      return new NodeSocket(side, state[side], peer, this.wire, this.ledger, plan.observes[side])
    }
    this.#sockets = { client: socket('client'), server: socket('server') }
  }

  /** @param end - how many events of the connection to play, counted from its first */
  run(end: number): void {
    const { progress } = this.state
    for (; progress.played < end; progress.played += 1) {
      const index = progress.played
      const event = this.connection.events[index]
      if (!event) continue
      if (index === this.plan.listen) this.wire.call('server', { kind: 'open', mode: 'passive' }, event.t, index)
      if (!concernsSocket(event)) continue
      const at = event.name.startsWith('call:') ? event.t : this.#justBefore(event.t)
      this.#until(at, event)
      if (index === this.plan.syn) this.#open(event.t, index)
      this.#handle(event, index)
      progress.previous = event.t
    }
  }

  /** Lets the kernels and the event loops run up to time `t`. */
  #until(t: number, { side: ends, name }: TraceEvent): void {
    // Node shuts down in the very turn of end(), before anything is read, unless bytes still wait for the kernel.
    const atOnce = name === 'finish' && !this.#sockets[ends].waits
    for (const side of ['client', 'server'] as const) if (!atOnce) this.#sockets[side].poll(t)
    this.wire.advance(t)
  }

  #handle({ side, name, t, detail }: TraceEvent, index: number): void {
    const socket = this.#sockets[side]
    const bytes = detail?.bytes ?? 0
    switch (name) {
      case 'connection':
        if (!this.plan.observes.client) this.#openForeign(index, t)
        else this.#openUncalled('server', index, t)
        this.#established('server', index, t)
        return
      case 'connect':
        if (!this.plan.observes.server) this.#foreign(index, t)
        this.#openUncalled('client', index, t)
        this.#established('client', index, t)
        return
      case 'call:write':
        // A write after `end()` goes nowhere: Node answers it with an error.
        return socket.state.ended ? undefined : socket.write(bytes, t, index)
      case 'call:end':
        if (!socket.state.ended) socket.write(bytes, t, index)
        socket.state.ended = true
        socket.state.ending = true
        return
      case 'finish':
        if (!socket.state.destroyed) socket.shutdown(this.#justBefore(t), index)
        return this.#confirmFin(side, index)
      case 'data':
        return this.#data(side, bytes, index, t)
      case 'end':
        return this.#ended(side, index, t)
      case 'error':
        return this.#failed(side, detail?.code ?? '', index, t)
      case 'close':
        return this.#closed(side, index, t)
      case 'call:destroy':
        return this.#destroy(side, index, t)
      case 'call:resetAndDestroy':
        return this.#reset(side, index, t)
      case 'call:pause':
        return socket.pause()
      case 'call:resume':
        socket.state.paused = false
        return
      case 'call:setNoDelay':
        this.wire.call(side, { kind: 'configure', noDelay: detail?.noDelay ?? true }, t, index)
        return
      default:
        return
    }
  }

  #justBefore(t: number): number {
    return Math.max(this.state.progress.previous, t - BEFORE)
  }

  #open(t: number, index: number): void {
    if (this.connection.events[index]?.detail?.noDelay === true) {
      this.wire.call('client', { kind: 'configure', noDelay: true }, t, index)
    }
    this.wire.call('client', { kind: 'open', mode: 'active' }, t, index)
  }

  /** A client that is not ours: its SYN came before the event that tells of its connection. */
  #openForeign(index: number, t: number): void {
    if (this.wire.ends.client.state !== 'CLOSED' || !this.ledger.empty) return
    this.#foreign(index, t)
    // Its three segments have all arrived when the program is told.
    this.#open(Math.min(this.#justBefore(t), t - 4 * ONE_WAY), index)
  }

  /** A connection that stands although the record has no call that opened it: the call must be missing. */
  #openUncalled(side: Side, index: number, t: number): void {
    if (this.plan.syn !== null || !this.ledger.empty) return
    this.#bend('open', side, index, t)
    this.#open(Math.min(this.#justBefore(t), t - 4 * ONE_WAY), index)
  }

  #foreign(index: number, t: number): void {
    const side = this.plan.observes.client ? 'server' : 'client'
    this.#sockets[side].state.connected = true
    this.ledger.note({ t, kind: 'unknown', reason: FOREIGN, side, evidence: [index] })
  }

  #established(side: Side, index: number, t: number): void {
    const proof = this.ledger.last(otherSide(side), ({ flags, len, relSeq }) =>
      side === 'client' ? flags.includes('SYN') : len === 0 && relSeq === 1 && !flags.includes('FIN'),
    )
    if (proof) this.ledger.confirm(proof.n, index)
    const socket = this.#sockets[side]
    socket.connect(t, index)
    if (socket.state.resetsOnConnect && !socket.state.destroyed) this.#reset(side, index, t)
  }

  #data(side: Side, bytes: number, index: number, t: number): void {
    const peer = otherSide(side)
    const at = this.#justBefore(t)
    const missing = this.#sockets[side].given(bytes, at, index)
    if (missing > 0) {
      if (this.plan.observes[peer]) this.#bend('data', side, index, t)
      this.#sockets[peer].connect(at, index)
      this.#sockets[peer].write(missing, at, index)
      this.#sockets[side].given(missing, this.wire.now, index)
    }
    this.#confirmData(peer, index)
  }

  #confirmData(from: Side, index: number): void {
    const data = this.ledger.last(from, ({ len, arrives }) => len > 0 && arrives !== null)
    if (data) this.ledger.confirm(data.n, index)
  }

  #confirmFin(from: Side, index: number): void {
    const fin = this.ledger.last(from, ({ flags }) => flags.includes('FIN'))
    if (fin) this.ledger.confirm(fin.n, index)
  }

  /** 'end': the peer's FIN has arrived, and every byte before it was read. */
  #ended(side: Side, index: number, t: number): void {
    const peer = otherSide(side)
    const socket = this.#sockets[side]
    const other = this.#sockets[peer]
    const at = this.#justBefore(t)
    if (!this.wire.ends[side].finReceived) {
      socket.drain(at, index)
      if (!this.wire.ends[side].finReceived && !other.state.destroyed) {
        if (this.plan.observes[peer] && !other.state.ending) this.#bend('end', side, index, t)
        other.connect(at, index)
        other.shutdown(at, index)
        socket.drain(this.wire.now, index)
      }
    }
    this.#confirmFin(peer, index)
    if (!this.connection.allowHalfOpen[side]) socket.state.ending = true
  }

  #failed(side: Side, code: string, index: number, t: number): void {
    const peer = otherSide(side)
    const end = this.wire.ends[side]
    const reset = code === 'ECONNRESET' || (code === 'EPIPE' && !end.finQueued)
    if (reset && awaitsPeer(end.state)) this.#sendReset(peer, index, t)
    else if (end.state === 'SYN-SENT') this.wire.call(side, { kind: 'close', stillReads: false }, t, index)
    const rst = this.ledger.last(peer, ({ flags }) => flags.includes('RST'))
    if (rst) this.ledger.confirm(rst.n, index)
  }

  /** The peer must have reset the connection: by its own doing where it still can, otherwise as the evidence has it. */
  #sendReset(peer: Side, index: number, t: number): void {
    const side = otherSide(peer)
    const at = this.#justBefore(t)
    if (this.plan.observes[peer]) this.#bend('reset', side, index, t)
    this.#sockets[peer].state.destroyed = true
    this.wire.call(peer, { kind: 'abort' }, at, index)
    const end = this.wire.ends[side]
    if (!awaitsPeer(end.state)) return
    const segment = {
      seq: end.rcvNxt,
      ack: end.sndNxt,
      flags: RST | ACK,
      len: 0,
      window: 0,
      mss: null,
      windowScale: null,
    }
    const why = { sent: bent('reset'), ack: null }
    // Where nothing of the peer was ever heard, nobody knows its initial number.
    const unnumbered = end.state === 'SYN-SENT' ? { unnumbered: true as const } : {}
    this.wire.inject(peer, { segment, why, retransmission: false, ackFrom: end.sndUna, ...unnumbered }, at, index)
  }

  #destroy(side: Side, index: number, t: number): void {
    const socket = this.#sockets[side]
    if (socket.state.destroyed) return
    socket.close(t, index)
  }

  #reset(side: Side, index: number, t: number): void {
    const socket = this.#sockets[side]
    if (!socket.state.connected && this.plan.observes[side]) {
      socket.state.resetsOnConnect = true
      return
    }
    if (socket.state.destroyed) return
    socket.state.destroyed = true
    this.wire.call(side, { kind: 'abort' }, t, index)
  }

  /** 'close' after both directions ended is no news to TCP; otherwise the file descriptor was closed just now. */
  #closed(side: Side, index: number, t: number): void {
    const socket = this.#sockets[side]
    const end = this.wire.ends[side]
    if (socket.state.destroyed || end.state === 'CLOSED' || end.state === 'LISTEN') return
    if (end.finQueued && end.finReceived) socket.state.destroyed = true
    else socket.close(this.#justBefore(t), index)
  }

  #bend(code: string, side: Side, index: number, t: number): void {
    this.ledger.note({ t, kind: 'bent', reason: bent(code), side, evidence: [index] })
  }
}
