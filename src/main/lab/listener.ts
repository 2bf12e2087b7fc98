import { createServer, type Server, type Socket } from 'node:net'
import { ok, type Result } from '@shared/result'
import type { ErrorCode } from '@shared/protocol/errors'
import type { Address, EventDetail } from '@shared/trace/schema'
import type { TraceEventName } from '@shared/trace/names'
import { checkAddress, serverAddress } from './address'
import { internal, listenFailure } from './failures'
import { errorDetail } from './observe'

export interface ListenParams {
  readonly host: string
  /** 0 lets the operating system choose. */
  readonly port: number
  readonly allowHalfOpen: boolean
}

/** Hears what the `net.Server` is told to do and fires, in the order it happens. */
export type ServerWatcher = (name: TraceEventName, detail?: EventDetail) => void

/** Connections that may wait for `accept`: as many as Linux lets a program ask for (listen(2), somaxconn). */
const BACKLOG = 4096

/** A real `net.Server` that listens on the loopback. */
export class Listener {
  readonly #sockets = new Set<Socket>()
  /** Hears each accepted socket, in the tick in which `'connection'` fires. */
  onConnection: (socket: Socket) => void = (socket) => socket.destroy()
  /** Hears events and calls after listening. */
  onServer: ServerWatcher = () => undefined
  onCount: () => void = () => undefined

  private constructor(
    private readonly server: Server,
    readonly address: Address,
    readonly asked: ListenParams,
  ) {
    server.on('connection', (socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => {
        this.#sockets.delete(socket)
        this.onCount()
      })
      this.onCount()
      this.onConnection(socket)
    })
    server.on('error', (error) => this.onServer('error', errorDetail(error)))
    server.on('close', () => this.onServer('close'))
  }

  /** Accepted sockets that are not closed yet. */
  get connections(): number {
    return this.#sockets.size
  }

  /** Whether a connection that asks for this can use the listener as it stands. */
  suits({ host, port }: ListenParams): boolean {
    return host === this.asked.host && (port === 0 || port === this.address.port)
  }

  /**
   * Starts listening.
   *
   * @param watch - hears `call:listen` just before the call and `listening` when it fires
   */
  static async open(asked: ListenParams, watch: ServerWatcher = () => undefined): Promise<Result<Listener, ErrorCode>> {
    const { host, port, allowHalfOpen } = asked
    const refused = checkAddress(host, port)
    if (refused) return refused
    const server = createServer({ allowHalfOpen })
    watch('call:listen', { host, port, allowHalfOpen })
    const failure = await new Promise<Error | null>((resolve) => {
      server.once('error', resolve)
      server.listen({ host, port, backlog: BACKLOG }, () => {
        const address = serverAddress(server)
        watch('listening', address ? { ...address } : undefined)
        server.removeListener('error', resolve)
        resolve(null)
      })
    })
    if (failure) return listenFailure(failure, host, port)
    const address = serverAddress(server)
    if (address === null) return internal('the server has no address')
    return ok(new Listener(server, { address: address.address, port: address.port }, asked))
  }

  /** Stops listening; accepted sockets live on, and `'close'` fires only once the last of them is gone. */
  close(): Promise<void> {
    this.onServer('call:close')
    return new Promise((resolve) => this.server.close(() => resolve()))
  }
}

/** A port of this host on which nobody listens: bound once, and let go. */
export async function findClosedPort(host: string, port: number): Promise<Result<Address, ErrorCode>> {
  const listener = await Listener.open({ host, port, allowHalfOpen: false })
  if (!listener.ok) return listener
  await listener.value.close()
  return ok(listener.value.address)
}
