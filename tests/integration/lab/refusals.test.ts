import { createServer } from 'node:net'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listenFailure } from '@main/lab/failures'
import { Bench, failureOf, until, value } from './support'

let bench: Bench

beforeEach(() => {
  bench = new Bench()
})

/** Whatever went wrong before, a connection can still be made. */
afterEach(async () => {
  value(await bench.call('stop', {}))
  const id = await bench.open()
  value(await bench.call('end', { side: 'client', connection: id }))
  await bench.closed()
  await bench.lab.dispose()
})

/** The first port an ordinary user may listen on; 1024 where the system does not say. */
function firstFreePort(): number {
  try {
    return Number(readFileSync('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8'))
  } catch {
    return process.platform === 'linux' ? 1024 : 0
  }
}

describe('listening', () => {
  it('says that a port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const listened = await bench.call('listen', { port })
    expect(listened).toMatchObject({ ok: false, error: { code: 'port-in-use', params: { port } } })
    expect(failureOf(await bench.call('connect', { port }))).toBe('port-in-use')
    expect(bench.lab.snapshot().connections).toEqual([])
    await new Promise((resolve) => other.close(resolve))
  })

  it('says that this user may not listen on port 80', async () => {
    if (firstFreePort() <= 80) {
      console.info('the system lets everyone listen on port 80: only the translation of EACCES is checked')
      const refusal = Object.assign(new Error('listen EACCES'), { code: 'EACCES' })
      expect(failureOf(listenFailure(refusal, '127.0.0.1', 80))).toBe('port-forbidden')
      return
    }
    const root = process.geteuid?.() === 0
    // The superuser is refused nothing, so for this one call the process is somebody else.
    if (root) process.seteuid?.(65_534)
    const listened = await bench.call('listen', { port: 80 })
    if (root) process.seteuid?.(0)
    expect(listened).toMatchObject({ ok: false, error: { code: 'port-forbidden', params: { port: 80 } } })
  })

  it.each([70_000, -1, 80.5])('says that %d is no port', async (port) => {
    expect(failureOf(await bench.call('listen', { port }))).toBe('port-invalid')
    expect(failureOf(await bench.call('connect', { port }))).toBe('port-invalid')
  })

  it.each(['8.8.8.8', '0.0.0.0', '::', '192.168.1.1', 'example.com', ''])('does not listen on %j', async (host) => {
    expect(failureOf(await bench.call('listen', { host }))).toBe('address-not-ours')
    expect(failureOf(await bench.call('connect', { host }))).toBe('address-not-ours')
  })

  it('does not listen twice', async () => {
    const { port } = value(await bench.call('listen', {}))
    expect(await bench.call('listen', {})).toMatchObject({ error: { code: 'already-listening', params: { port } } })
  })

  it('translates what the system says in other words', () => {
    const say = (code: string): string =>
      failureOf(listenFailure(Object.assign(new Error(code), { code }), '127.0.0.1', 1))
    expect(say('EADDRNOTAVAIL')).toBe('address-unavailable')
    expect(say('EMFILE')).toBe('internal')
  })
})

describe('connecting', () => {
  it('does not connect twice, also when asked in one breath', async () => {
    const [first, second] = await Promise.all([bench.call('connect', {}), bench.call('connect', {})])
    expect(first.ok).toBe(true)
    expect(failureOf(second)).toBe('already-connected')
    await bench.seen('client:ready')
    expect(failureOf(await bench.call('connect', {}))).toBe('already-connected')
  })

  it('has nothing to close before the first connection', async () => {
    expect(failureOf(await bench.call('end', { side: 'client' }))).toBe('not-connected')
    expect(failureOf(await bench.call('destroy', { side: 'server' }))).toBe('not-connected')
    expect(failureOf(await bench.call('write', { side: 'client', connection: 'c99', text: 'x' }))).toBe(
      'no-such-connection',
    )
  })

  it('closes during connect', async () => {
    const [connected, ended] = await Promise.all([bench.call('connect', {}), bench.call('end', { side: 'client' })])
    value(connected)
    value(ended)
    await bench.seen('server:connection')
    await bench.closed()
    expect(bench.names().indexOf('client:call:end')).toBeLessThan(bench.names().indexOf('client:connect'))
  })

  it('destroys during connect, and still knows the socket the server accepts as the same connection', async () => {
    await Promise.all([bench.call('connect', {}), bench.call('destroy', { side: 'client' })])
    await bench.closed()
    expect(bench.phase()).toMatch(/closed|failed/)
    // The server accepts in order: once it has the next one, nothing of the first is still to come.
    value(await bench.call('connect', {}))
    await bench.seen('server:connection')
    expect(bench.lab.snapshot().connections).toHaveLength(2)
  })

  it('does not write for a server that has not accepted yet', async () => {
    const [, written] = await Promise.all([
      bench.call('connect', {}),
      bench.call('write', { side: 'server', text: 'x' }),
    ])
    expect(failureOf(written)).toBe('not-connected')
  })
})

describe('writing and closing', () => {
  it('refuses to write after end, and to end twice', async () => {
    await bench.open({ allowHalfOpen: { client: true, server: true } })
    value(await bench.call('end', { side: 'client' }))
    expect(failureOf(await bench.call('write', { side: 'client', text: 'late' }))).toBe('write-after-end')
    expect(failureOf(await bench.call('end', { side: 'client', text: 'late' }))).toBe('write-after-end')
    expect(failureOf(await bench.call('end', { side: 'client' }))).toBe('already-ended')
    expect(bench.names().filter((name) => name === 'client:call:end')).toHaveLength(1)
  })

  it('refuses to write after an end that still waits for a long write', async () => {
    await bench.open()
    value(await bench.call('pause', { side: 'server' }))
    value(await bench.call('write', { side: 'client', bytes: 64 * 1024 * 1024 }))
    value(await bench.call('end', { side: 'client' }))
    expect(failureOf(await bench.call('write', { side: 'client', text: 'late' }))).toBe('write-after-end')
    value(await bench.call('resume', { side: 'server' }))
    await bench.closed()
    expect(bench.connection().traffic?.server.bytesRead).toBe(64 * 1024 * 1024)
  })

  it('refuses every call on a socket that is gone', async () => {
    await bench.open()
    value(await bench.call('destroy', { side: 'client' }))
    for (const name of ['destroy', 'resetAndDestroy', 'pause', 'resume', 'end'] as const) {
      expect(failureOf(await bench.call(name, { side: 'client' }))).toBe('not-connected')
    }
    expect(failureOf(await bench.call('write', { side: 'client', text: 'x' }))).toBe('not-connected')
  })

  it('asks for a text or a number of bytes, not both and not neither', async () => {
    await bench.open()
    expect(failureOf(await bench.call('write', { side: 'client' }))).toBe('bad-params')
    expect(failureOf(await bench.call('write', { side: 'client', text: 'x', bytes: 1 }))).toBe('bad-params')
    expect(failureOf(await bench.call('end', { side: 'client', text: 'x', bytes: 1 }))).toBe('bad-params')
  })

  it('stops in the middle of a transfer', async () => {
    await bench.open()
    value(await bench.call('write', { side: 'client', bytes: 1024 * 1024 * 1024 }))
    await bench.seen('server:data')
    value(await bench.call('stop', {}))
    expect(bench.phase()).toBe('closed')
    expect(bench.lab.snapshot().listener).toBeNull()
    expect(bench.names()).toEqual(expect.arrayContaining(['server:call:close', 'client:call:destroy']))
    await until('the server is closed', () =>
      bench.connection().events.some(({ name, target }) => name === 'close' && target === 'server'),
    )
    expect(bench.connection().traffic?.server.bytesRead).toBeLessThan(1024 * 1024 * 1024)
  })

  it('survives the reset of a peer that it was writing to', async () => {
    await bench.open()
    value(await bench.call('write', { side: 'client', bytes: 256 * 1024 * 1024 }))
    await bench.seen('server:data')
    value(await bench.call('resetAndDestroy', { side: 'server' }))
    await bench.closed()
    const error = bench.connection().events.find(({ side, name }) => side === 'client' && name === 'error')
    expect(['ECONNRESET', 'EPIPE']).toContain(error?.detail?.code)
  })
})
