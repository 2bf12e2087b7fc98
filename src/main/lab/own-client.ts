import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ConsoleLine, OwnClient, Visit } from '@shared/protocol/own-client'
import type { Address } from '@shared/trace/schema'
import { now, toMicroseconds } from './clock'
import type { Conversation } from './conversation'
import { copyText } from './copy-text'
import { errorCode } from './failures'
import { History } from './history'
import type { Listener } from './listener'
import { recordCalls } from './record-calls'
import type { Stage } from './stage'
import { isTlsHello, TLS_REFUSAL } from './tls-hello'
import { requestText, VisitLog } from './visit'
import { answerVisit } from './visit-page'

/** Visits whose records are kept, events a visit keeps before equal ones merge, console lines kept (invariant 10). */
const MAX_VISITS = 2000
const MAX_EVENTS_A_VISIT = 200
const MAX_LINES = 6000
const MAX_LINE = 4096
/** How long an idle connection may wait for its next request, milliseconds: longer than a reader looks at one. */
const KEEP_ALIVE = 60_000

const NO_TUNNEL =
  'HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'
const BAD_REQUEST = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'

export interface OwnClientUrl extends Address {
  /** The port that was asked for. */
  readonly wanted: number
  readonly url: string
}

/**
 * One session of a server for the reader's own browser, curl or nc: real `net` sockets, answered by Node's own HTTP
 * parser. It prints what the note's server printed, and remembers every connection it accepted.
 */
export class OwnClientSession {
  readonly where: OwnClientUrl
  readonly #http: Server = createServer({ keepAliveTimeout: KEEP_ALIVE })
  readonly #history: History
  readonly #visits = new Map<string, VisitLog>()
  readonly #bySocket = new WeakMap<Duplex, VisitLog>()
  readonly #lines: ConsoleLine[] = []
  readonly #began = now()
  #listening = true
  #accepted = 0
  #dropped = 0
  #printed = 0

  constructor(
    private readonly stage: Stage,
    private readonly listener: Listener,
    wanted: number,
  ) {
    const { address, port } = listener.address
    this.where = { address, port, wanted, url: `http://${address}:${port}/` }
    this.#history = new History(MAX_VISITS, (id) => this.#removed(id))
    listener.onConnection = (socket) => this.#accept(socket)
    listener.onCount = () => this.#tellState()
    const answer = (request: IncomingMessage, response: ServerResponse): void => {
      const visit = this.#hear(request)
      if (!visit) return
      const { address: from = '', port: fromPort = 0 } = visit.conversation.recording.client ?? {}
      answerVisit(request, response, { number: visit.number, request: visit.requests, address: from, port: fromPort })
    }
    this.#http.on('request', answer)
    // These are requests too, but Node refuses them by itself, and tells nobody, unless somebody listens.
    this.#http.on('checkExpectation', answer)
    this.#http.on('connect', (request, socket) => {
      this.#hear(request)
      socket.end(NO_TUNNEL)
    })
    this.#http.on('clientError', (error: Error & { rawPacket?: Buffer }, socket) => this.#misspoken(error, socket))
    this.#tellState()
  }

  get state(): OwnClient {
    if (!this.#listening) return null
    return { ...this.where, accepted: this.#accepted, open: this.listener.connections, dropped: this.#dropped }
  }

  get visits(): Visit[] {
    return [...this.#visits.values()].map((visit) => visit.toVisit())
  }

  get lines(): readonly ConsoleLine[] {
    return [...this.#lines]
  }

  get(id: string): Conversation | undefined {
    return this.#history.get(id)
  }

  /** Lets nobody in any more and closes every visit; their records stay. */
  async close(): Promise<void> {
    if (!this.#listening) return
    const closing = this.listener.close()
    this.#listening = false
    const open = [...this.#visits.values()].filter(({ conversation }) => !conversation.over)
    for (const { socket } of open) socket.destroy()
    await Promise.all([closing, ...open.map(({ conversation }) => conversation.closed())])
    this.#tellState()
  }

  /** Tells that this session's records are forgotten. */
  forget(): void {
    this.stage.batches.forgetAll('visit:')
    this.stage.batches.forgetAll('console:')
    this.stage.batches.last('visits-cleared', { kind: 'visits-cleared' })
  }

  #accept(socket: Socket): void {
    const at = now()
    this.#accepted += 1
    const conversation = this.stage.createVisit(at, true, { maxEvents: MAX_EVENTS_A_VISIT })
    const visit = new VisitLog(conversation, socket, this.#accepted, toMicroseconds(at - this.#began))
    this.#visits.set(conversation.id, visit)
    this.#bySocket.set(socket, visit)
    // The parser takes the bytes off the socket's handle until somebody else listens for 'data' (Node, `http.Server`
    // event 'connection'); the recording listens after it, and so both hear them, the recording first.
    this.#http.emit('connection', socket)
    conversation.accept(socket, at)
    recordCalls(conversation.recording, 'server', socket)
    socket.once('data', (first: Buffer) => this.#firstBytes(visit, first))
    conversation.recording.onEvent = () => this.#tell(visit)
    this.#history.add(conversation)
    // As Node prints them of a client that is gone already: it was reset while it waited to be accepted.
    const { address, port } = conversation.recording.client ?? {}
    this.#print(visit, 'address', String(address))
    this.#print(visit, 'port', String(port))
    this.#tell(visit)
  }

  #hear(request: IncomingMessage): VisitLog | undefined {
    const visit = this.#bySocket.get(request.socket)
    if (!visit) return undefined
    visit.addRequest(request)
    this.#print(visit, 'request', requestText(request))
    this.#tell(visit)
    return visit
  }

  #firstBytes(visit: VisitLog, first: Buffer): void {
    if (!isTlsHello(first)) return
    visit.isTls()
    // The record's header says enough: type, version, length (RFC 8446 §5.1).
    this.#print(visit, 'tls', first.subarray(0, 5).toString('hex'))
    this.#tell(visit)
  }

  /** What came is no HTTP request: TLS, somebody typing into nc, or a client that went in mid-sentence. */
  #misspoken(error: Error & { rawPacket?: Buffer }, socket: Duplex): void {
    const visit = this.#bySocket.get(socket)
    const bytes = error.rawPacket ?? Buffer.alloc(0)
    const tls = isTlsHello(bytes)
    if (visit && bytes.length > 0 && !tls) this.#print(visit, 'other', bytes.toString('utf8', 0, MAX_LINE))
    if (errorCode(error) === 'ECONNRESET' || !socket.writable) socket.destroy()
    else socket.end(tls ? TLS_REFUSAL : BAD_REQUEST)
  }

  #print(visit: VisitLog, kind: ConsoleLine['kind'], text: string): void {
    this.#printed += 1
    const at = toMicroseconds(now() - this.#began)
    const line: ConsoleLine = {
      n: this.#printed,
      visit: visit.conversation.id,
      at,
      kind,
      text: copyText(text, MAX_LINE),
    }
    this.#lines.push(line)
    if (this.#lines.length > MAX_LINES) this.#lines.shift()
    this.stage.batches.replace(`console:${line.n}`, { kind: 'console', line })
  }

  #tell(visit: VisitLog): void {
    this.stage.batches.replace(`visit:${visit.conversation.id}`, () => ({ kind: 'visit', visit: visit.toVisit() }))
  }

  #tellState(): void {
    this.stage.batches.last('own-client', () => ({ kind: 'own-client', ownClient: this.state }))
  }

  #removed(id: string): void {
    const visit = this.#visits.get(id)
    if (visit) {
      visit.conversation.recording.onEvent = () => undefined
      visit.socket.destroy()
    }
    this.#visits.delete(id)
    this.#dropped += 1
    this.stage.batches.forget(`visit:${id}`)
    this.stage.batches.last(`removed:${id}`, { kind: 'removed', connection: id })
    this.#tellState()
  }
}
