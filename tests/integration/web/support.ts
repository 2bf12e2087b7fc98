import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import WebSocket from 'ws'
import { serve, type ServeOptions, type Served } from '@main/web'
import { WIRE_PROTOCOL, tokenProtocol } from '@shared/protocol/wire'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

/** Ends something when the test is over, last first. */
export const atEnd = (end: () => unknown): void => void endings.push(end)

/** A folder like the built renderer, and a secret beside it that must never be served. */
export function someFiles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-web-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(folder, 'renderer', 'assets', 'a.js'), 'export {}')
  writeFileSync(join(folder, 'renderer', '.secret'), 'hidden')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  return join(folder, 'renderer')
}

export async function served(options: ServeOptions = {}): Promise<Served> {
  const result = await serve({ files: someFiles(), report: () => undefined, ...options })
  if (!result.ok) throw new Error(result.error.message)
  atEnd(() => result.value.close())
  return result.value
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** One request, its path sent as it is: `fetch` would tidy it up first. */
export function get(
  port: number,
  path: string,
  headers: Record<string, string> | readonly string[] = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ask = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let body = ''
      response.on('data', (chunk) => (body += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    ask.on('error', reject)
    ask.end()
  })
}

export interface Handshake {
  readonly token?: string | null
  readonly origin?: string | null
  readonly host?: string
  readonly path?: string
  readonly protocols?: readonly string[]
}

/** Opens a link as our page would, unless told otherwise. */
export function link({ port, token }: Served, given: Handshake = {}): WebSocket {
  const known = given.token === undefined ? token : given.token
  const protocols = given.protocols ?? [WIRE_PROTOCOL, ...(known === null ? [] : [tokenProtocol(known)])]
  const origin = given.origin === undefined ? `http://127.0.0.1:${port}` : given.origin
  const socket = new WebSocket(`ws://127.0.0.1:${port}${given.path ?? '/lab'}`, [...protocols], {
    ...(origin === null ? {} : { origin }),
    ...(given.host === undefined ? {} : { headers: { Host: given.host } }),
  })
  atEnd(() => socket.terminate())
  return socket
}

/** The HTTP status that a handshake is answered with; 101 where it succeeds. */
export function handshake(server: Served, given: Handshake = {}): Promise<number> {
  return new Promise((resolve) => {
    const socket = link(server, given)
    socket.on('open', () => resolve(101))
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('error', () => undefined)
  })
}

/** The code a link is closed with once it has sent what is given. */
export function closeCode(server: Served, send: (socket: WebSocket) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = link(server)
    socket.on('open', () => send(socket))
    socket.on('error', reject)
    socket.on('close', resolve)
  })
}
