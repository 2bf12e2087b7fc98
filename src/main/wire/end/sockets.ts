import { createServer, isIP, Socket, type Server } from 'node:net'
import type { Side, TraceEventName } from '@shared/trace/names'
import type { EventDetail } from '@shared/trace/schema'
import type { FromEnd, ToEnd } from '@shared/wire/messages'
import { localAddress, remoteAddress, serverAddress } from '../../lab/address'
import { End } from '../../lab/end'
import { errorCode } from '../../lab/failures'
import { addressDetail, errorDetail } from '../../lab/observe'
import { toPayload } from '../../lab/payload'
import { monotonic } from './clock'
import { Forwarder } from './forwarder'

type Message<K extends ToEnd['kind']> = Extract<ToEnd, { kind: K }>

/** As many as Linux lets a program ask for (listen(2), somaxconn). */
const BACKLOG = 4096

/** The program at this end: real `net` sockets, every call and event of which is told to the parent. */
export class Sockets {
  readonly #ends = new Map<number, End>()
  #server: Server | null = null
  #accepted = 0
  #accept = { allowHalfOpen: false, noDelay: false }

  constructor(
    private readonly side: Side,
    private readonly tell: (message: FromEnd) => void,
  ) {}

  listen({ host, port, allowHalfOpen }: Message<'listen'>): void {
    const server = createServer({ allowHalfOpen })
    this.#server = server
    this.#tellServer('call:listen', { host, port, allowHalfOpen })
    server.on('error', (error) => {
      if (server.listening) return this.#tellServer('error', errorDetail(error))
      this.tell({ kind: 'not-listening', code: errorCode(error) ?? 'UNKNOWN', message: error.message })
    })
    server.on('connection', (socket) => this.#accepting(socket))
    server.on('close', () => this.#tellServer('close'))
    server.listen({ host, port, backlog: BACKLOG }, () => {
      const address = serverAddress(server)
      if (address === null) return
      this.#tellServer('listening', { address: address.address, port: address.port, family: address.family })
      this.tell({ kind: 'listening', address: { address: address.address, port: address.port } })
    })
  }

  unlisten(): void {
    if (this.#server === null) return
    this.#tellServer('call:close')
    this.#server.close()
    this.#server = null
  }

  accept({ allowHalfOpen, noDelay }: Message<'accept'>): void {
    this.#accept = { allowHalfOpen, noDelay }
  }

  connect({ socket: id, host, port, localPort, allowHalfOpen, noDelay }: Message<'connect'>): void {
    const socket = new Socket({ allowHalfOpen })
    const forwarder = new Forwarder(id, this.tell)
    const end = this.#watch(id, socket, forwarder)
    if (noDelay) end.setNoDelay()
    forwarder.add(this.side, 'call:connect', { host, port, allowHalfOpen })
    const from = localPort === undefined ? {} : { localPort }
    socket.connect({ host, port, family: isIP(host), autoSelectFamily: false, ...from })
    // Node connects in the next tick, and the system picks the port right then.
    process.nextTick(() => this.#tellAddresses(id, socket, false, { address: host, port }))
  }

  act({ socket, act, text, bytes, detail }: Message<'act'>): void {
    const end = this.#ends.get(socket)
    if (end === undefined) return
    const payload = toPayload({ text, bytes })
    if (!payload.ok) return
    if (act === 'write') end.write(payload.value ?? { bytes: 0 })
    else if (act === 'end') end.end(payload.value)
    else if (act === 'destroy') end.destroy(detail)
    else end[act]()
  }

  #accepting(socket: Socket): void {
    const at = monotonic()
    // Numbers of accepted sockets are negative, so that they never meet one that the parent chose.
    const id = -(this.#accepted += 1)
    socket.allowHalfOpen = this.#accept.allowHalfOpen
    this.#tellAddresses(id, socket, true)
    const forwarder = new Forwarder(id, this.tell)
    const { address, port, remoteAddress: from, remotePort } = addressDetail(socket)
    const detail: EventDetail = { remoteAddress: from, remotePort, address, port }
    const end = this.#watch(id, socket, forwarder)
    forwarder.add(this.side, 'connection', detail, 'server', at)
    if (this.#accept.noDelay) end.setNoDelay()
  }

  #watch(id: number, socket: Socket, forwarder: Forwarder): End {
    const end = new End(this.side, socket, forwarder)
    forwarder.watched = { socket, writable: () => end.writable }
    this.#ends.set(id, end)
    socket.on('close', () => this.#ends.delete(id))
    return end
  }

  #tellAddresses(id: number, socket: Socket, accepted: boolean, to = remoteAddress(socket)): void {
    const local = localAddress(socket)
    if (local && to) this.tell({ kind: 'addresses', socket: id, accepted, local, remote: to })
  }

  #tellServer(name: TraceEventName, detail?: EventDetail): void {
    this.tell({
      kind: 'event',
      socket: null,
      at: monotonic(),
      name,
      target: 'server',
      ...(detail === undefined ? {} : { detail }),
      bytesWritten: 0,
      bytesRead: 0,
      previewDropped: 0,
      writable: false,
    })
  }
}
