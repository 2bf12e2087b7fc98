import { Socket } from 'node:net'
import { Worker } from 'node:worker_threads'
import { ok, type Result } from '@shared/result'
import type { ErrorCode } from '@shared/protocol/errors'
import type { Frozen } from '@shared/protocol/experiments'
import type { Side, TraceEventName } from '@shared/trace/names'
import type { Address, EventDetail } from '@shared/trace/schema'
import { localAddress, remoteAddress } from './address'
import { clockOrigin, now, toMicroseconds } from './clock'
import { experimentStopped, internal, type LabFailure } from './failures'
import { frozenServer, type FromServer, type ServerThreadData } from './frozen-server'
import { observe } from './observe'
import type { Stage } from './stage'

interface Seen {
  readonly at: number
  readonly side: Side
  readonly name: TraceEventName
  readonly detail: EventDetail | undefined
  readonly target: 'server' | 'socket'
}

const HOST = '127.0.0.1'
/** How long the client keeps the connection once the server knows of it, milliseconds: so that the close stands apart. */
const REST = 40
/** How much longer than the freeze the whole may take, milliseconds. */
const PATIENCE = 5000

/**
 * Connects to a server whose event loop stands still, in a thread of its own. What both programs saw is put in the order
 * of one clock: the client is told that it is connected while the server sleeps, so the kernel made the handshake.
 */
export class FreezeExperiment {
  readonly #seen: Seen[] = []
  readonly #client = new Socket()
  readonly #worker: Worker
  #ends: { client: Address; server: Address } | null = null
  #frozen = { from: 0, to: 0 }
  #port = 0
  #timer: NodeJS.Timeout | undefined
  #finish: (failure: LabFailure | null) => void = () => undefined

  constructor(
    private readonly stage: Stage,
    private readonly milliseconds: number,
  ) {
    const workerData: ServerThreadData = { origin: clockOrigin }
    this.#worker = new Worker(`(${frozenServer.toString()})(require)`, { eval: true, workerData })
  }

  /** @returns once both sockets are closed and the thread is gone */
  async run(): Promise<Result<Frozen, ErrorCode>> {
    const failure = await new Promise<LabFailure | null>((resolve) => {
      const late = setTimeout(
        () => this.#finish(internal('the experiment took too long')),
        this.milliseconds + PATIENCE,
      )
      this.#finish = (outcome) => {
        clearTimeout(late)
        resolve(outcome)
      }
      this.#worker.on('error', (error) => this.#finish(internal(error)))
      const closed = new Promise((done) => this.#client.once('close', done))
      this.#worker.on('exit', () => void closed.then(() => this.#finish(null)))
      this.#worker.on('message', (message: FromServer) => this.#hear(message))
      this.#client.once('connect', () => {
        const [client, server] = [localAddress(this.#client), remoteAddress(this.#client)]
        if (client && server) this.#ends = { client, server }
      })
      observe(this, 'client', this.#client)
    })
    clearTimeout(this.#timer)
    this.#client.destroy()
    await this.#worker.terminate()
    return failure ?? this.#publish()
  }

  stop(): void {
    this.#finish(experimentStopped())
  }

  add(side: Side, name: TraceEventName, detail?: EventDetail, target: Seen['target'] = 'socket', at = now()): void {
    this.#seen.push({ at, side, name, detail, target })
  }

  addData(side: Side, chunk: Buffer): void {
    this.add(side, 'data', { bytes: chunk.length })
  }

  #hear(message: FromServer): void {
    switch (message.kind) {
      case 'event':
        this.add('server', message.name, message.detail, message.target, message.at)
        if (message.name === 'connection') this.#timer = setTimeout(() => this.#end(), REST)
        return
      case 'listening':
        this.#port = message.port
        this.#worker.postMessage(this.milliseconds)
        return
      case 'freezing':
        this.add('client', 'call:connect', { host: HOST, port: this.#port, allowHalfOpen: false })
        this.#client.connect({ host: HOST, port: this.#port })
        return
      case 'thawed':
        this.#frozen = { from: message.from, to: message.to }
    }
  }

  #end(): void {
    this.add('client', 'call:end')
    this.#client.end()
  }

  /** Puts what both threads saw in order, and the connection in the history. */
  #publish(): Result<Frozen, ErrorCode> {
    const seen = this.#seen.sort((a, b) => a.at - b.at)
    const begin = seen[0]?.at ?? 0
    const told = (side: Side, name: TraceEventName): number =>
      toMicroseconds((seen.find((event) => event.side === side && event.name === name)?.at ?? begin) - begin)
    if (!this.#ends) return internal('the client never connected')
    const conversation = this.stage.create({
      observes: ['client', 'server'],
      allowHalfOpen: { client: false, server: false },
    })
    const { recording } = conversation
    Object.assign(recording, this.#ends)
    for (const { side, name, detail, target, at } of seen) recording.add(side, name, detail, target, at)
    const nothing = { bytesWritten: 0, bytesRead: 0, previewDropped: 0 }
    conversation.finish({ client: nothing, server: nothing })
    this.stage.publish(conversation)
    return ok({
      connection: conversation.id,
      frozen: { from: toMicroseconds(this.#frozen.from - begin), to: toMicroseconds(this.#frozen.to - begin) },
      clientTold: told('client', 'connect'),
      serverTold: told('server', 'connection'),
    })
  }
}
