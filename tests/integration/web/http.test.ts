import { rmSync, symlinkSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serve } from '@main/web'
import { atEnd, get, served, someFiles } from './support'

describe('the browser host over HTTP', () => {
  it('serves the page and its files with headers that lock it down', async () => {
    const { port, url } = await served()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{32}$/)
    const page = await get(port, '/')
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('<title>page</title>') })
    expect(page.headers).toMatchObject({
      'content-type': 'text/html;charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${port}`)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*/)
    expect((await get(port, '/assets/a.js')).headers['content-type']).toMatch(/javascript/)
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/.secret',
    '/%00',
    '/%',
    '/nothing.js',
  ])('serves nothing at %s', async (path) => {
    const { port } = await served()
    const answer = await get(port, path)
    expect(answer.status).toBe(404)
    expect(answer.body).not.toMatch(/secret$|hidden/)
    expect((await get(port, '/')).status).toBe(200)
  })

  it('refuses a name in Host that was rebound to this address', async () => {
    const { port } = await served()
    for (const Host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1:${port}.evil.example`]) {
      expect((await get(port, '/', { Host })).status, Host).toBe(403)
    }
    expect((await get(port, '/', { Host: `localhost:${port}` })).status).toBe(200)
  })

  it('refuses a foreign Origin', async () => {
    const { port } = await served()
    for (const Origin of [
      'https://evil.example',
      'null',
      `http://127.0.0.1:${port + 1}`,
      `https://127.0.0.1:${port}`,
    ]) {
      expect((await get(port, '/', { Origin })).status, Origin).toBe(403)
    }
    expect((await get(port, '/', { Origin: `http://127.0.0.1:${port}` })).status).toBe(200)
  })

  it('answers GET and HEAD only', async () => {
    const { port } = await served()
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect(await get(port, '/', {}, method), method).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
    }
    expect(await get(port, '/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  it.each(['bytes=5-2', 'bytes=0-4', 'bytes=999999-', 'bytes=-5', 'bytes=0-0,2-3', 'nonsense'])(
    'answers Range: %s with the whole file',
    async (Range) => {
      const { port } = await served()
      const { status, headers, body } = await get(port, '/', { Range })
      expect({ status, body }).toEqual({ status: 200, body: '<!doctype html><title>page</title>' })
      expect(headers).toMatchObject({ 'content-length': String(body.length) })
      expect(headers['content-range']).toBeUndefined()
    },
  )

  it('says 304 to a browser that has this version, and only to it', async () => {
    const { port } = await served()
    const { headers } = await get(port, '/')
    const etag = String(headers.etag)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      expect(await get(port, '/', { 'If-None-Match': known }), known).toMatchObject({ status: 304, body: '' })
    }
    for (const other of ['"other"', etag.slice(1), '']) {
      expect((await get(port, '/', { 'If-None-Match': other })).status, other).toBe(200)
    }
  })

  it('goes on serving its own build when the files have gone', async () => {
    const files = someFiles()
    const { port } = await served({ files })
    rmSync(files, { recursive: true })
    expect(await get(port, '/assets/a.js')).toMatchObject({ status: 200, body: 'export {}' })
  })

  it.skipIf(process.platform === 'win32')('follows no link that lies among the files', async () => {
    const files = someFiles()
    symlinkSync(join(files, '..', 'secret.txt'), join(files, 'link.html'))
    symlinkSync(join(files, '..'), join(files, 'up'))
    const { port } = await served({ files })
    for (const path of ['/link.html', '/up/secret.txt', '/up/renderer/index.html']) {
      expect((await get(port, path)).status, path).toBe(404)
    }
  })

  it('refuses a request that names two hosts, whichever comes first', async () => {
    const { port } = await served()
    const ours = `127.0.0.1:${port}`
    for (const hosts of [
      [ours, 'evil.example'],
      ['evil.example', ours],
      [ours, ours],
    ]) {
      expect(
        (
          await get(
            port,
            '/',
            hosts.flatMap((host) => ['Host', host]),
          )
        ).status,
      ).toBe(400)
    }
  })

  it('cannot be reached at any other address of this machine', async () => {
    const { port } = await served()
    const others = Object.values(networkInterfaces())
      .flatMap((entries) => entries ?? [])
      .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
      .map(({ address }) => address)
    const reached = await Promise.all(['::1', ...others].map((host) => canConnect(host, port)))
    expect(reached).toEqual(reached.map(() => false))
    expect(await canConnect('127.0.0.1', port)).toBe(true)
  })

  it('lives on after bytes that are not HTTP', async () => {
    const { port } = await served()
    const socket = connect(port, '127.0.0.1', () => socket.end('\x16\x03\x01 nonsense\r\n\r\n'))
    await new Promise((resolve) =>
      socket
        .on('error', () => undefined)
        .on('close', resolve)
        .resume(),
    )
    expect((await get(port, '/')).status).toBe(200)
  })

  it('says why it cannot start', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    atEnd(() => taken.close())
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as { port: number }
    const files = someFiles()
    expect(await serve({ files, port })).toMatchObject({ ok: false, error: { code: 'port-in-use', params: { port } } })
    expect(await serve({ files, port: 70_000 })).toMatchObject({ ok: false, error: { code: 'port-invalid' } })
    expect(await serve({ files: join(files, 'assets') })).toMatchObject({ ok: false, error: { code: 'not-built' } })
    expect(await serve({ files: join(files, 'none') })).toMatchObject({ ok: false, error: { code: 'not-built' } })
  })

  it('leaves no socket behind when it closes, even with a request still open', async () => {
    const result = await serve({ files: someFiles() })
    if (!result.ok) throw new Error(result.error.message)
    const idle = connect(result.value.port, '127.0.0.1', () => idle.write('GET / HTTP/1.1\r\n'))
    const gone = new Promise((resolve) =>
      idle
        .on('error', () => undefined)
        .on('close', resolve)
        .resume(),
    )
    await new Promise((resolve) => idle.once('connect', resolve))
    await result.value.close()
    await gone
    expect(await canConnect('127.0.0.1', result.value.port)).toBe(false)
  })
})

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    const answer = (reached: boolean): void => {
      socket.destroy()
      resolve(reached)
    }
    socket
      .on('connect', () => answer(true))
      .on('error', () => answer(false))
      .on('timeout', () => answer(false))
  })
}
