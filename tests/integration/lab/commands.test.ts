import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Bench, failureOf, until, value } from './support'

let bench: Bench

beforeEach(() => {
  bench = new Bench()
})

afterEach(() => bench.lab.dispose())

describe('a session by hand', () => {
  it('connects, listening first, writes both ways, and closes', async () => {
    await bench.open()
    value(await bench.call('write', { side: 'client', text: 'ping' }))
    await bench.seen('server:data')
    value(await bench.call('write', { side: 'server', bytes: 43 }))
    await bench.seen('client:data')
    value(await bench.call('end', { side: 'client' }))
    await bench.closed()
    const { events, client, server, traffic } = bench.connection()
    expect(events.slice(0, 2)).toMatchObject([
      { t: 0, side: 'server', name: 'call:listen', target: 'server' },
      { side: 'server', name: 'listening', target: 'server', detail: { address: '127.0.0.1', port: server?.port } },
    ])
    expect(events.find(({ name }) => name === 'connection')).toMatchObject({
      target: 'server',
      detail: { remotePort: client?.port, port: server?.port },
    })
    expect(events.find(({ side, name }) => side === 'server' && name === 'data')?.detail).toEqual({
      bytes: 4,
      text: 'ping',
    })
    expect(traffic?.client).toEqual({ bytesWritten: 4, bytesRead: 43, previewDropped: 0 })
    expect(traffic?.server).toEqual({ bytesWritten: 43, bytesRead: 4, previewDropped: 0 })
    expect(bench.names().filter((name) => name === 'server:call:end')).toEqual([])
  })

  it('rounds times to microseconds and never goes back', async () => {
    await bench.open()
    const times = bench.connection().events.map(({ t }) => t)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    for (const t of times) expect(Math.abs(t * 1000 - Math.round(t * 1000))).toBeLessThan(1e-6)
  })

  it('records the connection from its own beginning when the server listens already', async () => {
    const address = value(await bench.call('listen', {}))
    expect(address.port).toBeGreaterThan(0)
    await bench.open()
    expect(bench.names()[0]).toBe('client:call:connect')
    expect(bench.connection().events[0]?.t).toBe(0)
    expect(bench.connection().server).toEqual(address)
  })

  it('listens on ::1 when asked, and moves when the next connection asks for another place', async () => {
    await bench.open({ host: '::1' })
    expect(bench.connection().server?.address).toBe('::1')
    value(await bench.call('end', { side: 'client' }))
    await bench.closed()
    await bench.open({ host: '127.0.0.1' })
    expect(bench.connection().server?.address).toBe('127.0.0.1')
    expect(bench.lab.snapshot().listener).toMatchObject({ address: '127.0.0.1', connections: 1 })
  })

  it('looks a name up where one is given', async () => {
    await bench.open({ host: 'localhost' })
    expect(bench.names()).toContain('client:lookup')
    expect(bench.connection().events.find(({ name }) => name === 'lookup')?.detail?.host).toBe('localhost')
  })

  it('half-closes: the server goes on after the client has ended', async () => {
    await bench.open({ allowHalfOpen: { client: true, server: true } })
    value(await bench.call('end', { side: 'client', text: 'bye' }))
    await bench.seen('server:end')
    value(await bench.call('write', { side: 'server', text: 'still here' }))
    await bench.seen('client:data')
    expect(bench.phase()).toBe('closing')
    value(await bench.call('end', { side: 'server' }))
    await bench.closed()
    expect(bench.names()).toContain('server:call:end')
  })

  it('obeys a half-close asked for on a server that listened without it', async () => {
    value(await bench.call('listen', { allowHalfOpen: false }))
    await bench.open({ allowHalfOpen: { client: true, server: true } })
    value(await bench.call('end', { side: 'client' }))
    await bench.seen('server:end')
    expect(bench.lab.snapshot().connections.at(-1)?.ends).toMatchObject({
      client: { writable: false, closed: false },
      server: { writable: true, closed: false },
    })
  })

  it('keeps back what is written to a paused side until it resumes', async () => {
    await bench.open()
    value(await bench.call('pause', { side: 'server' }))
    expect(bench.lab.snapshot().connections.at(-1)?.ends).toMatchObject({
      client: { paused: false },
      server: { paused: true },
    })
    value(await bench.call('write', { side: 'client', bytes: 1000 }))
    value(await bench.call('end', { side: 'client' }))
    await bench.seen('client:finish')
    expect(bench.names()).not.toContain('server:data')
    value(await bench.call('resume', { side: 'server' }))
    await bench.closed()
    expect(bench.connection().traffic?.server.bytesRead).toBe(1000)
  })

  it('resets: the peer hears ECONNRESET', async () => {
    await bench.open()
    value(await bench.call('resetAndDestroy', { side: 'client' }))
    await bench.closed()
    expect(bench.connection().events.find(({ name }) => name === 'error')).toMatchObject({
      side: 'server',
      detail: { code: 'ECONNRESET' },
    })
    expect(bench.connection().events.find(({ side, name }) => side === 'server' && name === 'close')?.detail).toEqual({
      hadError: true,
    })
  })

  it('turns Nagle off on both sides when asked, and records the calls', async () => {
    await bench.open({ noDelay: true })
    expect(bench.names().filter((name) => name.endsWith('call:setNoDelay'))).toHaveLength(2)
  })

  it('keeps our own open connection, whatever other programs do on its port, and tells them apart', async () => {
    const ours = await bench.open()
    const { port = 0 } = bench.lab.snapshot().listener ?? {}
    const strangers = Array.from({ length: 60 }, () => connect({ port, host: '127.0.0.1' }))
    const sameClientPort = connect({
      port,
      host: '127.0.0.1',
      localAddress: '127.0.0.2',
      localPort: bench.connection(ours).client?.port ?? 0,
    })
    for (const stranger of [...strangers, sameClientPort]) stranger.on('error', () => undefined)
    await until('the latest are known', () => bench.lab.snapshot().connections.length === 50)
    await until(
      'the last is known',
      () => bench.connection().client?.address === '127.0.0.2' || sameClientPort.destroyed,
    )
    const { connections } = bench.lab.snapshot()
    expect(connections[0]).toMatchObject({ phase: 'open', connection: { id: ours, observes: ['client', 'server'] } })
    for (const { connection } of connections.slice(1)) expect(connection.observes).toEqual(['server'])
    value(await bench.call('write', { connection: ours, side: 'client', text: 'still here' }))
    await bench.seen('server:data', ours)
    for (const stranger of [...strangers, sameClientPort]) stranger.destroy()
  })

  it('records another program that connects as a connection of which one side is ours', async () => {
    const { port } = value(await bench.call('listen', {}))
    const visitor = connect({ port, host: '127.0.0.1' })
    visitor.write('hello')
    await until('the visitor is seen', () => bench.lab.snapshot().connections.length === 1)
    await bench.seen('server:data')
    const { observes, client, events } = bench.connection()
    expect(observes).toEqual(['server'])
    expect(client?.port).toBe(visitor.localPort)
    // The handshake was over when the program was told: what must have gone before has its place above zero.
    expect(events[0]).toMatchObject({ name: 'connection', t: 0.1 })
    expect(failureOf(await bench.call('write', { side: 'client', text: 'no' }))).toBe('side-not-ours')
    visitor.end()
    await bench.closed()
  })

  it('draws initial sequence numbers at random, or from the seed', async () => {
    const drawn = async (options?: { seed: number }): Promise<unknown> => {
      const other = new Bench(options)
      await other.open()
      await other.lab.dispose()
      return other.connection().isn
    }
    expect(await drawn()).not.toEqual(await drawn())
    expect(await drawn({ seed: 7 })).toEqual(await drawn({ seed: 7 }))
    expect(await drawn({ seed: 7 })).not.toEqual(await drawn({ seed: 8 }))
  })
})

describe('the history', () => {
  it('keeps the last fifty connections, each with its own events, and tells which are dropped', async () => {
    const removed: string[] = []
    bench.lab.subscribe(({ events }) => {
      for (const event of events) if (event.kind === 'removed') removed.push(event.connection)
    })
    for (let n = 1; n <= 53; n += 1) {
      const id = await bench.open()
      value(await bench.call('write', { side: 'client', text: `number ${n}` }))
      await bench.seen('server:data', id)
      value(await bench.call('destroy', { side: 'client' }))
      await bench.closed()
    }
    const { connections } = bench.lab.snapshot()
    expect(connections.map(({ connection }) => connection.id)).toEqual(
      Array.from({ length: 50 }, (_, n) => `c${n + 4}`),
    )
    const texts = connections.map(
      ({ connection }) => connection.events.find(({ name }) => name === 'data')?.detail?.text,
    )
    expect(texts).toEqual(Array.from({ length: 50 }, (_, n) => `number ${n + 4}`))
    expect(removed).toEqual(['c1', 'c2', 'c3'])
    expect(bench.lab.trace('c1')).toBeNull()
    expect(bench.lab.trace('c53')?.connections[0]?.id).toBe('c53')
  })

  it('forgets all of it on reset', async () => {
    await bench.open()
    value(await bench.call('reset', {}))
    expect(bench.lab.snapshot()).toMatchObject({ listener: null, player: null, connections: [] })
    await bench.open()
  })
})
