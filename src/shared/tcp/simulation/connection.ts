import type { Scenario } from '../../scenario/schema'
import { otherSide, type Side } from '../../trace/names'
import type { Address, Connection } from '../../trace/schema'
import { createEndpoint } from '../endpoint'
import { ACK, flagBits, SYN } from '../../trace/flags'
import type { Clock } from '../network/clock'
import { Pair } from '../network/pair'
import { Path, type PathOptions } from '../network/path'
import { adjust } from '../profile'
import { COOKIE, DROPPED, SENT } from '../reasons'
import { add } from '../seq'
import type { Endpoint, EndpointOutput, Segment } from '../types'
import { Recorder, type SimulationObserver } from './recorder'
import { SimulatedSocket } from './socket'

/** What the connections of one run have in common. */
export interface Surroundings {
  readonly scenario: Scenario
  readonly clock: Clock
  readonly random: () => number
  /** A new endpoint in CLOSED, with the next initial sequence number of its side. */
  endpoint(side: Side): Endpoint
  /** Whether one more half-open connection fits the backlog. */
  hasRoom(): boolean
  /** Something happened; a step may have waited for it. */
  happened(): void
}

export interface ConnectionOptions {
  readonly id: string
  readonly client: Address
  readonly server: Address
  readonly path: PathOptions
}

/** One connection on the virtual network: two endpoints, two programs' sockets, and the record of it all. */
export class SimulatedConnection implements SimulationObserver {
  readonly recorder: Recorder
  readonly pair: Pair
  readonly sockets: Record<Side, SimulatedSocket>
  private readonly listening = new Set<Side>()
  /** The listener keeps no half-open connection for it. */
  byCookie = false

  constructor(
    private readonly world: Surroundings,
    private readonly options: ConnectionOptions,
  ) {
    const { clock, random } = world
    this.recorder = new Recorder(() => clock.now, this)
    const path = new Path(options.path, random)
    this.pair = new Pair(clock, path, world.endpoint('client'), world.endpoint('server'), this.recorder)
    this.recorder.watch(this.pair)
    this.sockets = { client: this.socket('client'), server: this.socket('server') }
  }

  get id(): string {
    return this.options.id
  }

  listen(side: Side): void {
    this.recorder.event(side, 'listening', undefined, 'server')
    this.answer(side)
  }

  /** Listens as the server has done before: its program is told of that once, and not for each connection. */
  answer(side: Side): void {
    this.listening.add(side)
    this.pair.input(side, { kind: 'open', mode: 'passive' })
  }

  /** The side forgets: a new, empty endpoint and a program that has not connected yet. */
  crash(side: Side): void {
    this.pair.replace(side, this.world.endpoint(side))
    this.sockets[side] = this.socket(side)
    this.recorder.crashed(side)
  }

  /** A SYN from an address that no program of this run has: it is never heard of again. */
  spoof(): void {
    this.pair.input('client', { kind: 'open', mode: 'active' })
    this.pair.replace('client', createEndpoint({ profile: this.pair.ends.client.config.profile, iss: 0 }))
  }

  inject(from: Side, names: Parameters<typeof flagBits>[0], seq: number, ack: number, len: number): void {
    const { clock, scenario } = this.world
    const flags = flagBits(names)
    const segment: Segment = {
      seq: add(this.recorder.isn[from] ?? 0, seq),
      ack: (flags & ACK) === 0 ? 0 : add(this.recorder.isn[otherSide(from)] ?? 0, ack),
      flags,
      len,
      window: 65_535,
      mss: null,
      windowScale: null,
    }
    const why = { sent: SENT.stale, ack: (flags & ACK) === 0 ? null : SENT.stale }
    const arrives = clock.now + (scenario.network?.delay ?? 20)
    const sent = { segment, why, retransmission: false, ackFrom: segment.ack }
    const mark = this.recorder.stray(from, sent, clock.now, arrives)
    this.pair.deliver(otherSide(from), segment, arrives, mark)
  }

  /** A full backlog turns a SYN away; a listener answers one where an earlier connection has ended. */
  admits(to: Side, segment: Segment, mark: number): boolean {
    const opens = (segment.flags & (SYN | ACK)) === SYN
    if (!opens || !this.listening.has(to)) return true
    const { state } = this.pair.ends[to]
    if (state === 'CLOSED') {
      this.sockets[to] = this.socket(to)
      this.pair.replace(to, this.world.endpoint(to))
      this.pair.input(to, { kind: 'open', mode: 'passive' })
    }
    if (this.pair.ends[to].state !== 'LISTEN' || this.world.hasRoom()) return true
    if (this.world.scenario.network?.synCookies === true) {
      this.answerByCookie(to, mark)
      return true
    }
    this.recorder.note('dropped', DROPPED.backlogFull, to, mark)
    return false
  }

  /** Nothing is kept of this SYN, so nothing is there to send its answer again (RFC 4987 §3.6). */
  private answerByCookie(side: Side, mark: number): void {
    const end = this.pair.ends[side]
    const profile = adjust(end.config.profile, { synAckRetries: 0 })
    this.pair.replace(side, { ...end, config: { ...end.config, profile } })
    this.byCookie = true
    this.recorder.note('unknown', COOKIE, side, mark)
  }

  worked(side: Side, output: EndpointOutput): void {
    for (const notice of output.notices) this.sockets[side].hear(notice)
    // Back in LISTEN: whoever connects next gets a number of its own.
    if (output.transitions.at(-1)?.to === 'LISTEN' && output.transitions.at(-1)?.from === 'SYN-RECEIVED')
      this.pair.replace(side, { ...this.pair.ends[side], config: this.world.endpoint(side).config })
    this.world.happened()
  }

  /** The connection as the trace has it. */
  record(): Connection {
    const { events, segments, states, notes, isn } = this.recorder
    const { client, server } = this.world.scenario
    return {
      id: this.options.id,
      client: this.options.client,
      server: this.options.server,
      observes: [],
      allowHalfOpen: { client: client.allowHalfOpen ?? false, server: server.allowHalfOpen ?? false },
      isn: { client: isn.client ?? 0, server: isn.server ?? 0 },
      events,
      segments,
      states,
      notes,
    }
  }

  private socket(side: Side): SimulatedSocket {
    const allowHalfOpen = this.world.scenario[side].allowHalfOpen ?? false
    return new SimulatedSocket(side, this.pair, this.recorder, allowHalfOpen)
  }
}
