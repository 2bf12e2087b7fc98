import type { RawData, WebSocket } from 'ws'
import { dispatch } from '@shared/protocol/dispatch'
import type { EventBatch } from '@shared/protocol/events'
import type { Handlers } from '@shared/protocol/handlers'
import { callMessageSchema, readMessage, type ServerMessage } from '@shared/protocol/wire'

/** Where pages get their answers and batches from. */
export interface Source {
  readonly handlers: Handlers
  subscribe(listener: (batch: EventBatch) => void): () => void
  /** Receives what a handler threw. */
  report(error: unknown): void
}

/** A page that reads so slowly that this many bytes wait for it is dropped; it comes back and asks for a snapshot. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024

/** RFC 6455 §7.4.1 */
const CLOSE = { unsupportedData: 1003, policyViolation: 1008 } as const

/** Talks to one page until its socket closes. A message that is not of the contract closes that page's link only. */
export function attachPage(socket: WebSocket, { handlers, subscribe, report }: Source): void {
  const send = (message: ServerMessage): void => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > MAX_WAITING_BYTES) return socket.terminate()
    socket.send(JSON.stringify(message))
  }

  async function receive(data: RawData, isBinary: boolean): Promise<void> {
    if (isBinary) return socket.close(CLOSE.unsupportedData, 'text only')
    const call = readMessage(callMessageSchema, data.toString())
    if (!call) return socket.close(CLOSE.policyViolation, 'not of the contract')
    const answer = await dispatch(handlers, call.command, call.params, report)
    send({ kind: 'reply', id: call.id, answer })
  }

  send({ kind: 'hello', protocol: 1 })
  const unsubscribe = subscribe((batch) => send({ kind: 'batch', batch }))
  socket.on('message', (data, isBinary) => void receive(data, isBinary).catch(report))
  // An oversized or broken frame: ws closes the link by itself, and `close` follows.
  socket.on('error', () => undefined)
  socket.on('close', unsubscribe)
}
