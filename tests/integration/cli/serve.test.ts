import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ended, lab, startLab, useBuiltLab } from './lab'

useBuiltLab()

const firstLine = (stream: NodeJS.ReadableStream | null): Promise<string> =>
  new Promise((done) => stream?.once('data', (chunk: Buffer) => done(chunk.toString().split('\n')[0] ?? '')))

test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
  'serve answers a browser with the app until %s, and leaves nothing listening',
  async (signal) => {
    const child = startLab(['serve', '--port', '0'])
    const line = await firstLine(child.stdout)
    const address = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(line)?.[0]
    expect(address).toBeDefined()
    const page = await fetch(address ?? '')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<div id="app"')
    child.kill(signal)
    expect(await ended(child)).toEqual({ code: 0, signal: null })
    await expect(fetch(address ?? '')).rejects.toThrow()
  },
)

test.skipIf(process.platform === 'win32')('serve outlives a time without descriptors', async () => {
  const cli = fileURLToPath(new URL('../../../out/main/cli.js', import.meta.url))
  const child = spawn('/bin/sh', ['-c', `ulimit -n 48; exec "${process.execPath}" "${cli}" serve`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = new URL(/http:\S+/.exec(await firstLine(child.stdout))?.[0] ?? '')
  const idle = Array.from({ length: 100 }, () => connect(Number(address.port), '127.0.0.1'))
  const settled = idle.map((socket) => new Promise((done) => socket.on('connect', done).on('error', done)))
  await Promise.all(settled)
  const refused = fetch(address, { signal: AbortSignal.timeout(1000) }).catch(() => null)
  await refused
  for (const socket of idle) socket.destroy()
  await expect
    .poll(
      () =>
        fetch(address).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 20_000 },
    )
    .toBe(200)
  child.kill('SIGTERM')
  expect(await ended(child)).toEqual({ code: 0, signal: null })
})

test('serve says in one line that browsers refuse the port', async () => {
  const run = await lab(['serve', '--port', '6000'])
  expect(run.code).toBe(2)
  expect(run.stderr).toMatch(/^[^\n]*port 6000[^\n]*Choose another[^\n]*\n$/)
})

test('serve says in one line that the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const run = await lab(['serve', '--port', String(port)])
  other.close()
  expect(run.code).toBe(1)
  expect(run.stderr).toMatch(new RegExp(`^[^\\n]*${port}[^\\n]*\\n$`))
})
