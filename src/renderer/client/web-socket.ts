import { checkAnswer, checkParams, type Answer } from '@shared/protocol/check'
import type { LabClient, LinkState } from '@shared/protocol/client'
import type { CommandName, CommandParams, CommandResult } from '@shared/protocol/commands'
import type { ErrorCode } from '@shared/protocol/errors'
import type { EventBatch } from '@shared/protocol/events'
import {
  MAX_MESSAGE_BYTES,
  WIRE_PROTOCOL,
  readMessage,
  serverMessageSchema,
  tokenProtocol,
  type CallMessage,
} from '@shared/protocol/wire'
import { err, type Result } from '@shared/result'
import { createListeners } from './listeners'

/** The part of the browser's `WebSocket` that is used; tests pass another implementation of it. */
interface Socket {
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'close' | 'error', listener: () => void): void
  send(text: string): void
  close(): void
}

export interface WebSocketClientOptions {
  /** `ws://127.0.0.1:<port>/lab`. */
  readonly url: string
  readonly token: string
  readonly open?: (url: string, protocols: string[]) => Socket
  /** Milliseconds before the first retry, doubling up to the last. */
  readonly retry?: { readonly first: number; readonly last: number }
}

interface Pending {
  settle(answer: Answer): void
}

const DISCONNECTED: Answer = err('disconnected', 'The link to the lab is lost. Is "npm start" still running?')
const RETRY = { first: 250, last: 4000 }
const encoder = new TextEncoder()

/** The lab over WebSocket. Tries again by itself when the link is lost; calls made meanwhile answer `disconnected`. */
export function webSocketClient(options: WebSocketClientOptions): LabClient {
  const open = options.open ?? ((url, protocols): Socket => new WebSocket(url, protocols))
  const retry = options.retry ?? RETRY
  const batches = createListeners<EventBatch>()
  const links = createListeners<LinkState>()
  const pending = new Map<number, Pending>()
  /** Calls made before the first answer of the server is known: sent at `ready`, refused at `lost`. */
  let waiting: (() => void)[] = []
  let link: LinkState = 'connecting'
  let socket: Socket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let delay = retry.first
  let nextId = 0
  let disposed = false

  function setLink(state: LinkState): void {
    if (link === state) return
    link = state
    const resumed = waiting
    waiting = []
    for (const resume of resumed) resume()
    links.emit(state)
  }

  function connect(): void {
    const attempt = open(options.url, [WIRE_PROTOCOL, tokenProtocol(options.token)])
    socket = attempt
    attempt.addEventListener('message', ({ data }) => receive(attempt, data))
    // The close that follows says all there is to say; without a listener some implementations throw.
    attempt.addEventListener('error', () => undefined)
    attempt.addEventListener('close', () => {
      if (socket === attempt) lose()
    })
  }

  function lose(): void {
    socket = null
    for (const call of [...pending.values()]) call.settle(DISCONNECTED)
    pending.clear()
    setLink('lost')
    if (disposed) return
    timer = setTimeout(connect, delay)
    delay = Math.min(delay * 2, retry.last)
  }

  function receive(from: Socket, data: unknown): void {
    if (from !== socket) return
    const message = typeof data === 'string' ? readMessage(serverMessageSchema, data) : null
    if (!message) return console.error('The lab sent a message that is not of the contract.')
    if (message.kind === 'batch') return batches.emit(message.batch)
    if (message.kind === 'reply') {
      pending.get(message.id)?.settle(message.answer)
      pending.delete(message.id)
      return
    }
    delay = retry.first
    setLink('ready')
  }

  function send(command: CommandName, params: unknown): Promise<Answer> {
    const message: CallMessage = { kind: 'call', id: nextId++, command, params }
    const text = JSON.stringify(message)
    if (encoder.encode(text).byteLength > MAX_MESSAGE_BYTES) {
      return Promise.resolve(err('bad-params', `The parameters of "${command}" are too large to send.`, { command }))
    }
    return new Promise((settle) => {
      if (link !== 'ready' || !socket) return settle(DISCONNECTED)
      pending.set(message.id, { settle })
      socket.send(text)
    })
  }

  connect()

  return {
    host: 'browser',
    get link(): LinkState {
      return link
    },
    async call<C extends CommandName>(
      command: C,
      params: CommandParams<C>,
    ): Promise<Result<CommandResult<C>, ErrorCode>> {
      const checked = checkParams(command, params)
      if (!checked.ok) return checked
      if (link === 'connecting') await new Promise<void>((resume) => waiting.push(resume))
      return checkAnswer(command, await send(command, checked.value))
    },
    onBatch: (listener) => batches.add(listener),
    onLink: (listener) => links.add(listener),
    dispose() {
      disposed = true
      clearTimeout(timer)
      const last = socket
      lose()
      last?.close()
      batches.clear()
      links.clear()
    },
  }
}
