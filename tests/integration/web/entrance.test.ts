import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Entrance } from '@main/web/entrance'
import { atEnd, get, handshake, served } from './support'

/** An opener that writes down what it is asked to open. */
function fakeOpener(): () => string | null {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-opener-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of ['xdg-open', 'open']) {
    writeFileSync(
      join(folder, name),
      `#!/bin/sh\necho "$@" > "${folder}/part" && mv "${folder}/part" "${folder}/asked"\n`,
    )
    chmodSync(join(folder, name), 0o755)
  }
  const { PATH } = process.env
  process.env['PATH'] = `${folder}${delimiter}${PATH ?? ''}`
  atEnd(() => (process.env['PATH'] = PATH))
  const asked = join(folder, 'asked')
  return () => (existsSync(asked) ? readFileSync(asked, 'utf8').trim() : null)
}

describe.skipIf(process.platform === 'win32')("the system's opener", () => {
  it('gets an address without the token, which lets a browser in once', async () => {
    const asked = fakeOpener()
    const server = await served()
    expect(await server.open()).toBe(true)
    await expect.poll(asked, { timeout: 20_000 }).not.toBeNull()
    const address = new URL(asked() ?? '')
    expect(address.href).not.toContain(server.token)
    expect(address.origin).toBe(`http://127.0.0.1:${server.port}`)
    expect((await get(server.port, address.pathname, { Host: 'evil.example' })).status).toBe(403)
    expect((await get(server.port, address.pathname, {}, 'HEAD')).status).toBe(410)
    const answer = await get(server.port, address.pathname)
    expect(answer).toMatchObject({ status: 303, headers: { location: `/#token=${server.token}` } })
    expect(answer.headers['cache-control']).toBe('no-store')
    const again = await get(server.port, address.pathname)
    expect(again.status).toBe(410)
    expect(JSON.stringify(again)).not.toContain(server.token)
    expect(await handshake(server)).toBe(101)
  })

  it('may be missing, which is no fault of the server', async () => {
    const { PATH } = process.env
    process.env['PATH'] = '/nowhere'
    atEnd(() => (process.env['PATH'] = PATH))
    const server = await served()
    expect(await server.open()).toBe(false)
    expect((await get(server.port, '/')).status).toBe(200)
  })
})

describe('an entrance', () => {
  it('closes after a minute, and when a new one opens', () => {
    let now = 0
    const entrance = new Entrance(() => now)
    const first = entrance.issue()
    const second = entrance.issue()
    expect([entrance.redeem(first), entrance.redeem('/enter/'), entrance.redeem(second)]).toEqual([false, false, true])
    const late = entrance.issue()
    now = 60_001
    expect(entrance.redeem(late)).toBe(false)
  })
})
