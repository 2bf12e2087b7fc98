import type { Socket } from 'node:net'
import { ok, type Result } from '@shared/result'
import type { Listener as ListenerState } from '@shared/protocol/commands'
import type { ErrorCode } from '@shared/protocol/errors'
import { checkAddress, remoteAddress } from './address'
import { now } from './clock'
import type { Conversation, ConnectTo } from './conversation'
import { Expected } from './expected'
import { alreadyListening } from './failures'
import { Listener, type ListenParams, type ServerWatcher } from './listener'
import type { Stage } from './stage'

/** The lab's own server, and the clients of ours that it expects. */
export class PairServer {
  readonly #expected = new Expected()
  #listener: Listener | null = null

  constructor(private readonly stage: Stage) {}

  get listener(): Listener | null {
    return this.#listener
  }

  get state(): ListenerState {
    if (!this.#listener) return null
    const { address, asked, connections } = this.#listener
    return { ...address, allowHalfOpen: asked.allowHalfOpen, connections }
  }

  async listen(asked: ListenParams): Promise<Result<Listener, ErrorCode>> {
    if (!this.#listener) return this.#open(asked)
    const { address, port } = this.#listener.address
    return checkAddress(asked.host, asked.port) ?? alreadyListening(address, port)
  }

  /**
   * The listener a new connection can use. One that stands elsewhere moves; what the server is told and fires on the way
   * belongs to the connection it is done for.
   */
  async ensure(asked: ListenParams, conversation: Conversation): Promise<Result<Listener, ErrorCode>> {
    if (this.#listener?.suits(asked)) return ok(this.#listener)
    const refused = checkAddress(asked.host, asked.port)
    if (refused) return refused
    const former = this.#listener
    const opened = await this.#open(asked, (name, detail) =>
      conversation.recording.add('server', name, detail, 'server'),
    )
    if (opened.ok && former) void former.close()
    return opened
  }

  connect(conversation: Conversation, to: ConnectTo): void {
    conversation.connect(to, (address) => this.#expected.add(address, conversation))
  }

  /** Stops listening; accepted sockets live on. */
  close(): void {
    void this.#listener?.close()
    this.#listener = null
    this.#tell()
  }

  async #open(asked: ListenParams, watch?: ServerWatcher): Promise<Result<Listener, ErrorCode>> {
    const opened = await Listener.open(asked, watch)
    if (!opened.ok) return opened
    const listener = opened.value
    listener.onConnection = (socket) => this.#accept(socket, listener)
    listener.onCount = () => this.#tell()
    listener.onServer = (name, detail) => {
      for (const conversation of this.stage.history.all) {
        if (conversation.servedBy === listener && (name !== 'call:close' || !conversation.over)) {
          conversation.recording.add('server', name, detail, 'server')
        }
      }
    }
    this.#listener = listener
    this.#tell()
    return opened
  }

  #accept(socket: Socket, listener: Listener): void {
    const at = now()
    const expected = this.#expected.take(remoteAddress(socket))
    const conversation = expected ?? this.stage.createVisit(at, listener.asked.allowHalfOpen)
    conversation.servedBy = listener
    conversation.accept(socket, at)
    if (!expected) this.stage.publish(conversation)
  }

  #tell(): void {
    this.stage.batches.last('listener', () => ({ kind: 'listener', listener: this.state }))
  }
}
