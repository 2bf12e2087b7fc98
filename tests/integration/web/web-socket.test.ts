import { describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { Lab } from '@main/lab'
import { createToken } from '@main/web/token'
import { webSocketClient } from '@renderer/client/web-socket'
import type { LabClient, LinkState } from '@shared/protocol/client'
import { MAX_MESSAGE_BYTES, WIRE_PROTOCOL, tokenProtocol } from '@shared/protocol/wire'
import { atEnd, closeCode, get, handshake, link, served, someFiles } from './support'

/** Long enough for a busy machine; a condition that holds is seen at once. */
const PATIENT = { timeout: 10_000 }

describe('the WebSocket handshake of the browser host', () => {
  it('lets our own page in', async () => {
    const server = await served()
    expect(await handshake(server)).toBe(101)
    const local = { origin: `http://localhost:${server.port}`, host: `localhost:${server.port}` }
    expect(await handshake(server, local)).toBe(101)
  })

  it.each([
    ['a foreign origin', { origin: 'https://evil.example' }, 403],
    ['the origin of a file or a sandboxed frame', { origin: 'null' }, 403],
    ['no origin at all', { origin: null }, 403],
    ['another port of this machine as origin', { origin: 'http://127.0.0.1:1' }, 403],
    ['a rebound name as host', { host: 'evil.example', origin: 'http://evil.example' }, 403],
    ['no token', { token: null }, 401],
    ['a wrong token', { token: createToken() }, 401],
    ['an empty token', { protocols: [WIRE_PROTOCOL, 'token.'] }, 401],
    ['the token but not the protocol', { protocols: ['token.x'] }, 400],
    ['another path', { path: '/' }, 404],
  ])('refuses %s, and lives on', async (_what, given, status) => {
    const server = await served()
    expect(await handshake(server, given)).toBe(status)
    expect(await handshake(server)).toBe(101)
  })

  it('never tells the token: not in the handshake, not in a refusal, not in the page', async () => {
    const server = await served()
    const socket = link(server)
    const headers = await new Promise((resolve) => socket.on('upgrade', (response) => resolve(response.headers)))
    expect(headers).toMatchObject({ 'sec-websocket-protocol': WIRE_PROTOCOL })
    const page = await get(server.port, '/')
    const refused = await get(server.port, '/', { Host: 'evil.example' })
    expect(JSON.stringify([headers, page, refused])).not.toContain(server.token)
  })

  it('draws a new token each run, long enough that nobody guesses it', async () => {
    const tokens = [(await served()).token, (await served()).token]
    expect(new Set(tokens).size).toBe(2)
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(24)
  })

  it('refuses more links than anybody has tabs, and lets one in again once another has gone', async () => {
    const server = await served()
    const sockets = Array.from({ length: 32 }, () => link(server))
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.on('open', resolve))))
    expect(await handshake(server)).toBe(503)
    const [first] = sockets
    await new Promise((resolve) => first?.on('close', resolve).close())
    await expect.poll(() => handshake(server), PATIENT).toBe(101)
  })
})

describe('a message that is not of the contract', () => {
  it.each<[string, string | Buffer, number]>([
    ['no JSON', '{', 1008],
    ['another kind', JSON.stringify({ kind: 'hello' }), 1008],
    ['a call without an id', JSON.stringify({ kind: 'call', command: 'info', params: {} }), 1008],
    ['a call with more in it', JSON.stringify({ kind: 'call', id: 1, command: 'info', params: {}, more: 1 }), 1008],
    ['a command that is no name', JSON.stringify({ kind: 'call', id: 1, command: {}, params: {} }), 1008],
    ['nothing', '', 1008],
    ['bytes', Buffer.from([1, 2, 3]), 1003],
    ['too much', 'x'.repeat(MAX_MESSAGE_BYTES + 1), 1009],
  ])('closes the link that sent it (%s), and the server lives on', async (_what, message, code) => {
    const server = await served()
    const bystander = page(server)
    expect(await bystander.call('info', {})).toMatchObject({ ok: true })
    expect(await closeCode(server, (socket) => socket.send(message))).toBe(code)
    expect(await bystander.call('info', {})).toMatchObject({ ok: true })
    expect(bystander.link).toBe('ready')
  })

  it('survives a peer that vanishes in the middle of a call', async () => {
    const server = await served()
    await closeCode(server, (socket) => {
      socket.send(JSON.stringify({ kind: 'call', id: 1, command: 'listen', params: {} }))
      socket.terminate()
    })
    expect(await page(server).call('info', {})).toMatchObject({ ok: true })
  })
})

describe('several pages at once', () => {
  it('tells each of them everything, in the same order', async () => {
    const server = await served()
    const pages = [page(server), page(server), page(server)]
    const heard = pages.map((client) => {
      const sequences: number[] = []
      client.onBatch(({ sequence }) => sequences.push(sequence))
      return sequences
    })
    for (const client of pages) await client.call('snapshot', {})
    await pages[0]?.call('connect', {})
    await expect
      .poll(() => pages[1]?.call('snapshot', {}), PATIENT)
      .toMatchObject({
        value: { connections: [{ phase: 'open' }] },
      })
    await pages[2]?.call('stop', {})
    await expect
      .poll(() => heard.map((sequences) => sequences.length), PATIENT)
      .toSatisfy((lengths: number[]) => {
        return (lengths[0] ?? 0) > 2 && new Set(lengths).size === 1
      })
    expect(heard[1]).toEqual(heard[0])
    expect(heard[2]).toEqual(heard[0])
  })
})

describe('a lost link', () => {
  it('answers what was pending, refuses what is new, comes back by itself and asks again', async () => {
    const token = createToken()
    const never = new Promise<never>(() => undefined)
    const lab = new Lab()
    const stuck = { ...lab.handlers, listen: () => never }
    const first = await served({
      token,
      lab: { handlers: stuck, subscribe: (on) => lab.subscribe(on), dispose: () => lab.dispose() },
    })
    const client = page(first)
    const states: LinkState[] = []
    client.onLink((state) => states.push(state))
    expect(await client.call('snapshot', {})).toMatchObject({ ok: true })

    const pending = client.call('listen', {})
    await first.close()
    expect(await pending).toMatchObject({ ok: false, error: { code: 'disconnected' } })
    expect(client.link).toBe('lost')
    expect(await client.call('info', {})).toMatchObject({ ok: false, error: { code: 'disconnected' } })

    await served({ token, port: first.port, files: someFiles() })
    await expect.poll(() => client.link, PATIENT).toBe('ready')
    expect(states).toEqual(['ready', 'lost', 'ready'])
    const heard: number[] = []
    client.onBatch(({ sequence }) => heard.push(sequence))
    expect(await client.call('connect', {})).toMatchObject({ ok: true })
    await expect.poll(() => heard.length, PATIENT).toBeGreaterThan(0)
  })

  it('answers calls made while there never was a server', async () => {
    const server = await served()
    await server.close()
    const client = page(server)
    expect(client.link).toBe('connecting')
    expect(await client.call('snapshot', {})).toMatchObject({ ok: false, error: { code: 'disconnected' } })
    expect(client.link).toBe('lost')
  })

  it('waits longer from try to try, and no longer than it says', async () => {
    const server = await served()
    await server.close()
    const tries: number[] = []
    const client = page(server, (at) => tries.push(at))
    await expect.poll(() => tries.length, PATIENT).toBeGreaterThanOrEqual(6)
    client.dispose()
    const gaps = tries.slice(1).map((at, n) => at - (tries[n] ?? 0))
    for (const [n, least] of [20, 40, 80, 80, 80].entries()) expect(gaps[n]).toBeGreaterThanOrEqual(least - 2)
  })
})

describe('a message from the server that is not of the contract', () => {
  it('is left aside, and the next one is heard', async () => {
    const server = await served()
    const sockets: WebSocket[] = []
    const client = page(server, undefined, (socket) => sockets.push(socket))
    await client.call('info', {})
    const { error } = console
    console.error = () => undefined
    for (const nonsense of ['{', '{"kind":"batch","batch":{"sequence":"1","events":[]}}', '{"kind":"reply","id":1}']) {
      sockets[0]?.emit('message', Buffer.from(nonsense), false)
    }
    console.error = error
    expect(await client.call('info', {})).toMatchObject({ ok: true })
  })
})

/** The page's own client, over another implementation of WebSocket. */
function page(
  { port, token }: { port: number; token: string },
  onTry: (at: number) => void = () => undefined,
  onSocket: (socket: WebSocket) => void = () => undefined,
): LabClient {
  const client = webSocketClient({
    url: `ws://127.0.0.1:${port}/lab`,
    token,
    retry: { first: 20, last: 80 },
    open: (url, protocols) => {
      onTry(performance.now())
      expect(protocols).toEqual([WIRE_PROTOCOL, tokenProtocol(token)])
      const socket = new WebSocket(url, protocols, { origin: `http://127.0.0.1:${port}` })
      onSocket(socket)
      return socket
    },
  })
  atEnd(() => client.dispose())
  return client
}
