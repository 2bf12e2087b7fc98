import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import WebSocket from 'ws'
import { Lab } from '@main/lab'
import { serve } from '@main/web'
import { webSocketClient } from '@renderer/client/web-socket'
import type { LabClient } from '@shared/protocol/client'
import { WIRE_PROTOCOL, tokenProtocol } from '@shared/protocol/wire'
import { describeContract } from './suite'
import { spoil, type OpenTransport } from './support/transport'

let files: string
beforeAll(() => {
  files = mkdtempSync(join(tmpdir(), 'handshake-lab-files-'))
  writeFileSync(join(files, 'index.html'), '<!doctype html>')
})
afterAll(() => rmSync(files, { recursive: true, force: true }))

const open: OpenTransport = async (spoiled = {}) => {
  const lab = new Lab()
  const served = await serve({ files, lab: spoil(lab, spoiled), report: () => undefined })
  if (!served.ok) throw new Error(served.error.message)
  const { port, token } = served.value
  const url = `ws://127.0.0.1:${port}/lab`
  const origin = `http://127.0.0.1:${port}`
  const page = (): LabClient =>
    webSocketClient({ url, token, open: (to, protocols) => new WebSocket(to, protocols, { origin }) })
  const clients = [page()]
  const [client] = clients
  if (!client) throw new Error('no client')
  return {
    lab,
    client,
    raw: (command, params) => askOnce(url, token, origin, { kind: 'call', id: 1, command, params: params ?? null }),
    reload() {
      clients.at(-1)?.dispose()
      const next = page()
      clients.push(next)
      return Promise.resolve(next)
    },
    async close() {
      for (const one of clients) one.dispose()
      await served.value.close()
    },
  }
}

/** One message on a link of its own, and its answer. */
function askOnce(url: string, token: string, origin: string, message: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, [WIRE_PROTOCOL, tokenProtocol(token)], { origin })
    socket.on('open', () => socket.send(JSON.stringify(message)))
    socket.on('message', (data) => {
      const reply = JSON.parse(String(data)) as { kind: string; answer: unknown }
      if (reply.kind !== 'reply') return
      resolve(reply.answer)
      socket.close()
    })
    socket.on('error', reject)
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)))
  })
}

describeContract('over WebSocket: real server, real client', open)

it('names an unknown command also to a page that does not check', async () => {
  const transport = await open()
  expect(await transport.raw('nope', {})).toMatchObject({ ok: false, error: { code: 'unknown-command' } })
  expect(await transport.raw('__proto__', {})).toMatchObject({ ok: false, error: { code: 'unknown-command' } })
  await transport.close()
})
