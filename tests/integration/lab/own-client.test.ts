import { createServer as createHttpServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { Worker } from 'node:worker_threads'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventBatchSchema } from '@shared/protocol/events'
import type { ConsoleLine, Visit } from '@shared/protocol/own-client'
import { twin } from '@shared/tcp/twin'
import { Bench, failureOf, until, value } from './support'

let bench: Bench
let port: number
let url: string
let visits: Map<string, Visit>
let lines: ConsoleLine[]
const sockets: Socket[] = []

beforeEach(async () => {
  bench = new Bench()
  visits = new Map()
  lines = []
  bench.lab.subscribe((batch) => {
    for (const event of v.parse(eventBatchSchema, batch).events) {
      if (event.kind === 'visit') visits.set(event.visit.id, event.visit)
      if (event.kind === 'console') lines.push(event.line)
      if (event.kind === 'visits-cleared') visits.clear()
    }
  })
  const opened = value(await bench.call('listenForOwnClient', { port: 0 }))
  port = opened.port
  url = opened.url
})

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await bench.lab.dispose()
})

/** A client like nc: says what it is told and keeps what it hears. */
async function knock(): Promise<{ socket: Socket; heard: () => string }> {
  const socket = connect({ port, host: '127.0.0.1' })
  sockets.push(socket)
  let heard = ''
  socket.on('error', () => undefined)
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')))
  await new Promise((resolve) => socket.once('connect', resolve))
  return { socket, heard: () => heard }
}

const all = (): Visit[] => [...visits.values()]
const GET = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`

describe('the door for clients that are not ours', () => {
  it('takes the port asked for where it is free, and says so where it is not', async () => {
    const taken = createHttpServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const address = taken.address()
    const wanted = typeof address === 'object' && address ? address.port : 0
    value(await bench.call('stopOwnClient', {}))
    const opened = value(await bench.call('listenForOwnClient', { port: wanted }))
    expect(opened.wanted).toBe(wanted)
    expect(opened.port).not.toBe(wanted)
    expect(opened.url).toBe(`http://127.0.0.1:${opened.port}/`)
    await new Promise((resolve) => taken.close(resolve))
    value(await bench.call('stopOwnClient', {}))
    expect(value(await bench.call('listenForOwnClient', { port: wanted })).port).toBe(wanted)
    expect(bench.lab.snapshot().ownClient).toMatchObject({ port: wanted, wanted, accepted: 0, open: 0 })
  })

  it('opens once, and names what is no port', async () => {
    expect(failureOf(await bench.call('listenForOwnClient', {}))).toBe('already-listening')
    value(await bench.call('stopOwnClient', {}))
    expect(failureOf(await bench.call('listenForOwnClient', { port: 70_000 }))).toBe('port-invalid')
  })

  it('offers no port that browsers refuse to open', async () => {
    value(await bench.call('stopOwnClient', {}))
    expect(failureOf(await bench.call('listenForOwnClient', { port: 6000 }))).toBe('port-blocked')
    expect(bench.lab.snapshot().ownClient).toBeNull()
  })

  it('answers with a page that names the connection, and the icon that browsers ask for', async () => {
    const page = await fetch(url)
    expect(page.headers.get('content-type')).toContain('text/html')
    const text = await page.text()
    const [visit] = bench.lab.snapshot().visits
    expect(text).toContain('You came in on connection 1.')
    expect(text).toContain(`port ${visit?.record.connection.client?.port}`)
    const icon = await fetch(`${url}favicon.ico`)
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
    expect(await (await fetch(url, { headers: { 'accept-language': 'zh-CN,zh;q=0.9' } })).text()).toContain(
      '个连接进来的',
    )
    expect((await fetch(url, { method: 'POST', body: 'x'.repeat(100_000) })).status).toBe(200)
  })

  it("prints what the note's server printed", async () => {
    const { socket } = await knock()
    socket.write(GET('/'))
    await until('the request is printed', () => lines.length === 3)
    expect(lines.map(({ n, kind, text }) => [n, kind, text])).toEqual([
      [1, 'address', '127.0.0.1'],
      [2, 'port', String(socket.localPort)],
      [3, 'request', `GET / HTTP/1.1\nHost: 127.0.0.1:${port}`],
    ])
    expect(bench.lab.snapshot().console).toEqual(lines)
  })

  it('records the bytes before the answer to them, and the calls that the parser makes', async () => {
    const { socket, heard } = await knock()
    socket.write(GET('/'))
    await until('it is answered', () => heard().includes('</html>'))
    socket.end()
    await until('it is over', () => all()[0]?.record.phase === 'closed')
    const names = all()[0]?.record.connection.events.map(({ side, name }) => `${side}:${name}`)
    expect(names?.slice(0, 3)).toEqual(['server:connection', 'server:data', 'server:call:write'])
    expect(names).toEqual(expect.arrayContaining(['server:end', 'server:call:end', 'server:finish', 'server:close']))
    expect(names).not.toContain('server:call:destroy')
    expect(all()[0]?.record.connection.events.filter(({ detail }) => detail?.bytes === 0)).toEqual([])
    const data = all()[0]?.record.connection.events[1]?.detail
    expect(data?.text).toBe(GET('/'))
    const { connection } = all()[0]?.record ?? {}
    expect(connection).toMatchObject({ observes: ['server'], client: { port: expect.any(Number) } })
    expect(connection?.traffic?.server.bytesWritten).toBe(heard().length)
  })

  it('counts requests on a kept connection, also pipelined ones', async () => {
    const { socket, heard } = await knock()
    socket.write(GET('/one') + GET('/two') + GET('/favicon.ico'))
    await until('three answers came', () => heard().split('HTTP/1.1 200 OK').length === 4)
    socket.write(GET('/four'))
    await until('the fourth is counted', () => all()[0]?.requests === 4)
    expect(all()[0]).toMatchObject({ kind: 'http', number: 1 })
    expect(all()[0]?.requestLines).toEqual(
      ['/one', '/two', '/favicon.ico', '/four'].map((path) => `GET ${path} HTTP/1.1`),
    )
  })

  it('tells a connection that carried a request from one that stayed silent', async () => {
    const silent = await knock()
    const speaking = await knock()
    speaking.socket.write(GET('/'))
    await until('the request is counted', () => all().some(({ requests }) => requests === 1))
    expect(all().map(({ kind }) => kind)).toEqual(['silent', 'http'])
    const [first, second] = all()
    expect(first?.record.connection.client?.port).toBe(silent.socket.localPort)
    expect(second?.at).toBeGreaterThanOrEqual(first?.at ?? Infinity)
    expect(first?.record.phase).toBe('open')
    silent.socket.end()
    await until('the silent one is closed', () => all()[0]?.record.phase === 'closed')
    expect(all()[0]?.kind).toBe('silent')
  })

  it('times a visit from just before its connection, so that its handshake has room there', async () => {
    await knock()
    await knock()
    await until('both are known', () => visits.size === 2)
    for (const { at, record } of all()) {
      const [told] = record.connection.events
      expect(told).toMatchObject({ name: 'connection', t: 0.1 })
      expect(at).toBeGreaterThan(0.1)
      const { segments } = twin(record.connection)
      expect(segments.map(({ flags }) => flags.join())).toEqual(['SYN', 'SYN,ACK', 'ACK'])
      for (const { t, arrives } of segments) {
        expect(t).toBeGreaterThanOrEqual(0)
        expect(arrives).toBeLessThan(told?.t ?? -1)
      }
    }
  })

  it('recognises a browser that knocks with TLS, names it, and refuses so that it gives up', async () => {
    const reason = await new Promise<string>((resolve) => {
      const client = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false })
      client.on('error', (error) => resolve(error.message))
    })
    expect(reason).toMatch(/handshake failure/i)
    await until('it is named', () => all()[0]?.kind === 'tls')
    await until('it is printed', () => lines.some(({ kind }) => kind === 'tls'))
    expect(lines.map(({ kind }) => kind)).toEqual(['address', 'port', 'tls'])
    expect(lines.at(-1)?.text).toMatch(/^1603/)
  })

  it('recognises it though it comes byte by byte', async () => {
    const { socket, heard } = await knock()
    socket.write(Buffer.from([0x16]))
    await until('it is refused', () => heard().length > 0)
    expect(heard().charCodeAt(0)).toBe(0x15)
    await until('it is named', () => all()[0]?.kind === 'tls')
  })

  it.each([
    ['CONNECT', `CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n`, 'HTTP/1.1 405'],
    ['Expect', `GET /x HTTP/1.1\r\nHost: x\r\nExpect: the-moon\r\nConnection: close\r\n\r\n`, 'HTTP/1.1 200'],
  ])('prints and counts also a request that Node would answer by itself: %s', async (_, request, answer) => {
    const { socket, heard } = await knock()
    socket.write(request)
    await until('it is answered', () => heard().startsWith(answer))
    await until('it is counted', () => all()[0]?.requests === 1)
    expect(all()[0]?.kind).toBe('http')
    expect(lines.at(-1)).toMatchObject({
      kind: 'request',
      text: expect.stringContaining(request.split('\r\n')[0] ?? ''),
    })
  })

  // Other systems may not hand over such a connection at all.
  it.runIf(process.platform === 'linux')(
    'keeps the record of a client that was gone before it was accepted',
    async () => {
      const gone = new Int32Array(new SharedArrayBuffer(4))
      const client = new Worker(
        `const { workerData: { port, gone } } = require('node:worker_threads')
       const socket = require('node:net').connect(port, '127.0.0.1', () => socket.resetAndDestroy())
       socket.once('close', () => { Atomics.store(gone, 0, 1); Atomics.notify(gone, 0) })`,
        { eval: true, workerData: { port, gone } },
      )
      // The server's loop stands still meanwhile: the kernel shakes hands and takes the reset by itself.
      Atomics.wait(gone, 0, 0)
      await until('it is printed', () => lines.length === 2)
      await until('it is over', () => all()[0]?.record.phase === 'closed')
      expect(lines.map(({ text }) => text)).toEqual(['undefined', 'undefined'])
      await client.terminate()
    },
  )

  it('prints what somebody types who speaks no HTTP', async () => {
    const { socket, heard } = await knock()
    socket.write('你好, server\n')
    await until('it is answered', () => heard().startsWith('HTTP/1.1 400'))
    await until('it is printed', () => lines.some(({ kind }) => kind === 'other'))
    expect(all()[0]?.kind).toBe('other')
    expect(lines.at(-1)?.text).toBe('你好, server\n')
  })

  it('lives through a client that resets in mid-sentence', async () => {
    const { socket } = await knock()
    socket.write('GET / HT')
    await until('it is heard', () => all()[0]?.kind === 'other')
    socket.resetAndDestroy()
    await until('it is over', () => all()[0]?.record.phase === 'closed')
    expect((await fetch(url)).status).toBe(200)
  })

  it('keeps each of 1,000 connections at once, and stays responsive', async () => {
    let beats = 0
    const beat = setInterval(() => (beats += 1), 5)
    const clients = await Promise.all(Array.from({ length: 1000 }, () => knock()))
    for (const [index, { socket }] of clients.entries()) if (index % 2) socket.write(GET(`/${index}`))
    await until('all are known', () => visits.size === 1000)
    await until('every second one carried a request', () => all().filter(({ kind }) => kind === 'http').length === 500)
    clearInterval(beat)
    // How long they take is the machine's affair; that other work gets its turn in between is ours.
    expect(beats).toBeGreaterThan(20)
    const { visits: known, ownClient } = bench.lab.snapshot()
    expect(ownClient).toMatchObject({ accepted: 1000, open: 1000, dropped: 0 })
    const ports = new Map(clients.map(({ socket }, index) => [socket.localPort, index]))
    for (const { kind, requestLines, record } of known) {
      const index = ports.get(record.connection.client?.port) ?? Number.NaN
      expect([kind, requestLines]).toEqual(index % 2 ? ['http', [`GET /${index} HTTP/1.1`]] : ['silent', []])
    }
    expect(known).toHaveLength(1000)
    expect(lines).toHaveLength(2500)
    await bench.open()
    expect(bench.lab.snapshot().connections).toHaveLength(1)
  })

  it('keeps the records when it stops, and begins anew when it listens again', async () => {
    await knock()
    await until('it is known', () => visits.size === 1)
    value(await bench.call('stopOwnClient', {}))
    expect(bench.lab.snapshot()).toMatchObject({ ownClient: null, visits: [{ record: { phase: 'closed' } }] })
    const [id = ''] = visits.keys()
    const events = bench.lab.trace(id)?.connections[0]?.events.map(({ name }) => name)
    expect(events).toEqual(['connection', 'call:destroy', 'close'])
    value(await bench.call('listenForOwnClient', { port: 0 }))
    bench.lab.snapshot()
    expect([visits.size, bench.lab.snapshot().console]).toEqual([0, []])
  })
})
