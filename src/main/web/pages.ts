import { STATUS_CODES, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { MAX_MESSAGE_BYTES, WIRE_PATH, WIRE_PROTOCOL } from '@shared/protocol/wire'
import { guardUpgrade, type Refusal } from './guard'
import { attachPage, type Source } from './page'

/** More tabs than anybody has; keeps a runaway page from piling up links. */
const MAX_PAGES = 32

export interface Pages {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Ends every link at once. */
  close(): void
}

/** The WebSocket side of the server: refuses a foreign handshake before it becomes a link. */
export function createPages(source: Source, token: string, port: () => number): Pages {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    // The token is asked for, never echoed.
    handleProtocols: () => WIRE_PROTOCOL,
  })
  return {
    upgrade(request, socket, head) {
      // A peer that goes away in mid-handshake must not end the process.
      socket.on('error', () => socket.destroy())
      const refusal = guardPath(request.url) ?? guardUpgrade(request, port(), token) ?? guardCount(server)
      if (refusal) return refuse(socket, refusal)
      server.handleUpgrade(request, socket, head, (page) => attachPage(page, source))
    },
    close() {
      for (const page of server.clients) page.terminate()
      server.close()
    },
  }
}

function guardPath(url: string | undefined): Refusal | null {
  return url === WIRE_PATH ? null : { status: 404, message: `The lab is at ${WIRE_PATH}.` }
}

function guardCount({ clients }: WebSocketServer): Refusal | null {
  return clients.size < MAX_PAGES ? null : { status: 503, message: `More than ${MAX_PAGES} pages are open.` }
}

function refuse(socket: Duplex, { status, message }: Refusal): void {
  const body = `${message}\n`
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
