import { isIP, Socket } from 'node:net'
import { ok, type Result } from '@shared/result'
import type { ConnectionPhase, ConnectionRecord, Ends } from '@shared/protocol/commands'
import type { ErrorCode } from '@shared/protocol/errors'
import type { LabEvent } from '@shared/protocol/events'
import type { Side } from '@shared/trace/names'
import type {
  Address,
  Connection,
  EventDetail,
  TraceSegment,
  TraceState,
  Traffic,
  WireOrigin,
} from '@shared/trace/schema'
import { localAddress, remoteAddress } from './address'
import { now } from './clock'
import { End, type ConversationEnd } from './end'
import { notAccepted, nothingConnected, sideClosed, sideNotOurs } from './failures'
import type { Listener } from './listener'
import { addressDetail } from './observe'
import type { Recording } from './recording'

const NO_TRAFFIC: Traffic = { bytesWritten: 0, bytesRead: 0, previewDropped: 0 }

export interface ConnectTo {
  /** As the user gave it; a name is looked up. */
  readonly host: string
  /** Where the server really listens. */
  readonly address: Address
  readonly noDelay: { readonly client: boolean; readonly server: boolean }
}

/** The lanes that come from the wire itself; indices as in the trace, from 0. */
export interface Lanes {
  readonly segments: readonly TraceSegment[]
  readonly states: readonly TraceState[]
  readonly origin: WireOrigin
  /** The kernels' own initial sequence numbers, as far as they have been seen. */
  readonly isn: { readonly client: number | null; readonly server: number | null }
  /** Called with the index of what is new or has changed. */
  onSegment: (index: number) => void
  onState: (index: number) => void
}

/** One connection: its record, and those of its two ends that are sockets of ours. */
export class Conversation {
  #client: ConversationEnd | null = null
  #server: ConversationEnd | null = null
  #to: ConnectTo | null = null
  #finished: { client: Traffic; server: Traffic } | null = null
  /** Hears each time that the connection is over: once, unless its client had failed before the server accepted it. */
  onOver: () => void = () => undefined
  /** The listener that accepted the server's socket, or is going to. */
  servedBy: Listener | null = null
  /** What was captured and sampled of it, where it goes over a wire of ours. */
  lanes: Lanes | null = null

  constructor(
    readonly recording: Recording,
    readonly scenario: string | null,
  ) {}

  get id(): string {
    return this.recording.id
  }

  get phase(): ConnectionPhase {
    if (this.#finished) return 'closed'
    const ends = this.#ends()
    const opened = this.recording.fired('client:connect') + this.recording.fired('server:connection') > 0
    if (ends.length > 0 && ends.every(({ side }) => this.recording.fired(`${side}:close`) > 0))
      return opened ? 'closed' : 'failed'
    if (ends.some((end) => end.leaving)) return 'closing'
    return opened ? 'open' : 'connecting'
  }

  get over(): boolean {
    return this.phase === 'closed' || this.phase === 'failed'
  }

  /** Whether the client is a socket of ours. */
  get ours(): boolean {
    return this.recording.observes.includes('client')
  }

  /** Says that the sockets were elsewhere and are closed: all there is to know stands in the recording. */
  finish(traffic = this.#traffic()): void {
    this.#finished = traffic
    this.onOver()
  }

  /** Settles once both sockets are closed. */
  closed(): Promise<void> {
    return this.when(() => this.#ends().length === 0)
  }

  /** Settles once the condition holds, or both sockets are closed, whichever comes first. */
  when(condition: (conversation: this) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!this.over && !condition(this)) return
        unwatch()
        resolve()
      }
      const unwatch = this.recording.watch(look)
      look()
    })
  }

  /**
   * Creates the client's socket and connects it.
   *
   * @param onAddress - hears the local address as soon as the system has chosen it, before any answer can come
   */
  connect(to: ConnectTo, onAddress: (address: Address) => void): void {
    this.#to = to
    const { host, address } = to
    const { port } = address
    const allowHalfOpen = this.recording.allowHalfOpen.client
    const socket = new Socket({ allowHalfOpen })
    const end = new End('client', socket, this.recording)
    this.#client = end
    this.#tellWhenOver(socket)
    this.recording.server ??= address
    // Node connects in the next tick (with a name: right after 'lookup'), and the system picks the port right then.
    const tellAddress = (): void =>
      process.nextTick(() => {
        const local = localAddress(socket)
        this.recording.client ??= local
        if (local) onAddress(local)
      })
    socket.prependListener('connect', () => this.#opened(socket))
    if (to.noDelay.client) end.setNoDelay()
    this.recording.add('client', 'call:connect', { host, port, allowHalfOpen })
    socket.connect({ host, port, family: isIP(address.address), autoSelectFamily: false })
    if (isIP(host)) tellAddress()
    else socket.on('lookup', tellAddress)
  }

  /** Takes the accepted socket of this connection, in the tick in which `'connection'` fired, `at` the lab's clock. */
  accept(socket: Socket, at = now()): void {
    this.recording.client = remoteAddress(socket) ?? this.recording.client
    this.recording.server = localAddress(socket) ?? this.recording.server
    // Documented to be changeable until 'end' (Node documentation, `duplex.allowHalfOpen`).
    socket.allowHalfOpen = this.recording.allowHalfOpen.server
    const { address, port, remoteAddress: from, remotePort } = addressDetail(socket)
    const detail: EventDetail = { remoteAddress: from, remotePort, address, port }
    const end = new End('server', socket, this.recording)
    this.#server = end
    this.#tellWhenOver(socket)
    this.recording.add('server', 'connection', detail, 'server', at)
    if (this.#to?.noDelay.server) end.setNoDelay()
  }

  /** Takes an end whose socket is elsewhere. */
  attach(end: ConversationEnd): void {
    if (end.side === 'client') this.#client = end
    else this.#server = end
  }

  /** The end a command is for, or why there is none. */
  end(side: Side): Result<ConversationEnd, ErrorCode> {
    const end = side === 'client' ? this.#client : this.#server
    if (end) return ok(end)
    if (this.#finished) return sideClosed(side)
    if (!this.recording.observes.includes(side)) return sideNotOurs(side)
    return side === 'server' && this.#client ? notAccepted() : nothingConnected()
  }

  /** Destroys both sockets, each with its call recorded. */
  destroy(detail?: EventDetail): void {
    for (const end of this.#ends()) end.destroy(detail)
  }

  connection(): Connection {
    const connection = this.recording.connection(this.#traffic())
    if (this.lanes === null) return connection
    const { segments, states, origin, isn } = this.lanes
    const seen = { client: isn.client ?? 0, server: isn.server ?? 0 }
    return { ...connection, isn: seen, segments: [...segments], states: [...states], wire: origin }
  }

  record(): ConnectionRecord {
    const { startedAt } = this.recording
    const { phase, scenario } = this
    return { connection: this.connection(), phase, startedAt, scenario, ends: this.#states() }
  }

  status(): LabEvent {
    const { client, server, merged } = this.recording
    return {
      kind: 'status',
      connection: this.id,
      phase: this.phase,
      ends: this.#states(),
      client,
      server,
      traffic: this.#traffic(),
      merged,
      ...(this.lanes === null ? {} : { wire: this.lanes.origin }),
    }
  }

  #opened(socket: Socket): void {
    this.recording.client = localAddress(socket) ?? this.recording.client
    this.recording.server = remoteAddress(socket) ?? this.recording.server
  }

  /** The recording hears 'close' before this does. */
  #tellWhenOver(socket: Socket): void {
    socket.once('close', () => {
      if (this.over) this.onOver()
    })
  }

  #ends(): ConversationEnd[] {
    return [this.#client, this.#server].filter((end) => end !== null)
  }

  #states(): Ends {
    const state = (end: ConversationEnd | null): Ends[Side] =>
      end && {
        writable: end.writable,
        paused: end.paused,
        closed: this.recording.fired(`${end.side}:close`) > 0,
      }
    return { client: state(this.#client), server: state(this.#server) }
  }

  #traffic(): { client: Traffic; server: Traffic } {
    return (
      this.#finished ?? { client: this.#client?.traffic ?? NO_TRAFFIC, server: this.#server?.traffic ?? NO_TRAFFIC }
    )
  }
}
