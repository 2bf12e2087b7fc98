import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COMMAND_NAMES, MAX_TEXT, type CommandName } from '@shared/protocol/commands'
import { FRAME } from '@main/lab/batches'
import { Replay } from './support/replay'
import { until, type OpenTransport, type Transport } from './support/transport'

/** Node cuts a timer to whole milliseconds, and may fire it one early. */
const FRAME_AT_LEAST = FRAME - 2

const scenario = {
  id: 'contract-run',
  steps: [
    { side: 'client' as const, do: 'connect' as const },
    { side: 'client' as const, do: 'end' as const, on: 'client:connect' },
  ],
}

/** What either transport must keep of the contract between page and lab. */
export function describeContract(name: string, open: OpenTransport): void {
  describe(name, () => {
    let transport: Transport
    let all: Transport[]
    const start: OpenTransport = async (spoiled) => {
      const opened = await open(spoiled)
      all.push(opened)
      return opened
    }
    beforeEach(async () => {
      all = []
      transport = await start()
    })
    afterEach(async () => {
      for (const opened of all) await opened.close()
    })

    const phase = (): string | undefined => transport.lab.snapshot().connections.at(-1)?.phase
    const connect = async (): Promise<string> => {
      const answer = await transport.client.call('connect', {})
      if (!answer.ok) throw new Error(answer.error.message)
      await until(() => phase() === 'open', 'the connection is open')
      return answer.value.connection
    }

    it('round-trips every command', async () => {
      const called = new Set<CommandName>()
      const { client } = transport
      const call: typeof client.call = (command, params) => {
        called.add(command)
        return client.call(command, params)
      }
      const works = async (command: CommandName, params: object): Promise<void> => {
        const answer = await call(command, params as never)
        expect(answer, command).toMatchObject({ ok: true })
      }
      expect(await call('info', {})).toMatchObject({
        ok: true,
        value: { host: client.host, node: process.versions.node },
      })
      expect(await call('listen', {})).toMatchObject({ ok: true, value: { address: '127.0.0.1' } })
      const connected = await call('connect', {})
      expect(connected).toMatchObject({ ok: true, value: { connection: expect.any(String) } })
      await until(() => phase() === 'open', 'the connection is open')
      expect(await call('write', { side: 'client', text: '三次握手' })).toEqual({ ok: true, value: { bytes: 12 } })
      await works('pause', { side: 'server' })
      await works('resume', { side: 'server' })
      await works('end', { side: 'client', bytes: 5 })
      await until(() => phase() === 'closed', 'both sides are closed')
      await works('connect', {})
      await until(() => phase() === 'open', 'the second connection is open')
      await works('destroy', { side: 'client' })
      await until(() => phase() === 'closed', 'the second one is closed')
      await works('connect', {})
      await until(() => phase() === 'open', 'the third connection is open')
      await works('resetAndDestroy', { side: 'server' })
      await until(() => phase() === 'closed', 'the third one is closed')
      await works('play', { scenario })
      await until(() => transport.lab.snapshot().player === null, 'the scenario is over')
      expect(await call('snapshot', {})).toMatchObject({ ok: true, value: { connections: { length: 4 } } })
      await works('listenForOwnClient', { port: 0 })
      await works('stopOwnClient', {})
      await works('freezeServer', { milliseconds: 50 })
      await works('sampleCloses', { runs: 1 })
      await works('stop', {})
      await works('reset', {})
      // This lab is put together without a wire, as a host is that brings none; real ones are in tests/integration/wire.
      const wireless: readonly (readonly [CommandName, object])[] = [
        ['probeWire', {}],
        ['setWireMode', { mode: { kind: 'step' } }],
        ['actOnSegment', { id: 1, action: 'deliver' }],
        ['letInCopy', { copy: 1 }],
        ['forgetCopy', { copy: 1 }],
        ['forgeSegment', { connection: 'c1', from: 'client', flags: ['RST'], seq: 1 }],
      ]
      for (const [command, params] of wireless) {
        expect(await call(command, params as never), command).toMatchObject({ error: { code: 'wire-closed' } })
      }
      await works('appearance', { language: 'zh-CN', theme: 'dark' })
      await works('fullScreen', { on: true })
      await works('bringNotesForward', {})
      for (const what of [{ kind: 'text', text: '<svg/>' } as const, { kind: 'png', data: 'iVBORw0=' } as const]) {
        const copied = client.host === 'desktop' ? { ok: true, value: {} } : { error: { code: 'not-supported' } }
        expect(await call('copy', what)).toMatchObject(copied)
      }
      const printed =
        client.host === 'desktop' ? { ok: true, value: { path: null } } : { error: { code: 'not-supported' } }
      expect(await call('printHandout', { name: 'a.pdf', html: '<p>', to: 'printer' })).toMatchObject(printed)
      const saved = await call('saveFile', { name: 'a.svg', mime: 'image/svg+xml', encoding: 'utf8', data: '<svg/>' })
      const expected =
        client.host === 'desktop' ? { ok: true, value: { path: null } } : { error: { code: 'not-supported' } }
      expect(saved).toMatchObject(expected)
      const code = client.host === 'desktop' ? 'forbidden' : 'not-supported'
      expect(await call('revealFile', { path: '/etc/passwd' })).toMatchObject({ ok: false, error: { code } })
      expect([...called].sort()).toEqual([...COMMAND_NAMES].sort())
    })

    it.each([
      ['listen', { port: 'x' }],
      ['listen', { port: 1, more: true }],
      ['connect', null],
      ['write', { side: 'middle', text: 'x' }],
      ['write', { side: 'client', bytes: -1 }],
      ['write', { side: 'client', text: 'x'.repeat(MAX_TEXT + 1) }],
      ['play', { scenario: { id: 'Not An Id', steps: [] } }],
      ['appearance', { language: 'fr', theme: 'dark' }],
      ['snapshot', undefined],
    ] as const)('refuses bad parameters of %s, whether the page checks them or not', async (command, params) => {
      const refusal = { ok: false, error: { code: 'bad-params', message: expect.any(String), params: { command } } }
      expect(await transport.client.call(command, params as never)).toMatchObject(refusal)
      expect(await transport.raw(command, params)).toMatchObject(refusal)
      expect(await transport.client.call('snapshot', {})).toMatchObject({ ok: true })
    })

    it('refuses an unknown command, also one that every object has', async () => {
      for (const command of ['nope', 'constructor', '__proto__']) {
        expect(await transport.client.call(command as never, {} as never)).toMatchObject({
          ok: false,
          error: { code: 'unknown-command' },
        })
      }
      expect(await transport.client.call('snapshot', {})).toMatchObject({ ok: true })
    })

    it('carries the codes of the lab', async () => {
      const { client } = transport
      expect(await client.call('listen', { port: 70_000 })).toMatchObject({ error: { code: 'port-invalid' } })
      expect(await client.call('write', { side: 'client', text: 'x' })).toMatchObject({
        error: { code: 'not-connected' },
      })
      await client.call('listen', {})
      expect(await client.call('listen', {})).toMatchObject({ error: { code: 'already-listening' } })
    })

    it('answers with a code what a handler throws, and what it answers wrongly', async () => {
      const faulty = await start({
        stop: () => Promise.reject(new Error('boom')),
        reset: () => {
          throw new Error('bang')
        },
        listen: () => Promise.resolve({ ok: true, value: { address: 7 } } as never),
        pause: () => Promise.resolve(undefined as never),
      })
      const { client } = faulty
      expect(await client.call('stop', {})).toMatchObject({
        error: { code: 'internal', message: expect.stringContaining('boom') },
      })
      expect(await client.call('reset', {})).toMatchObject({
        error: { code: 'internal', message: expect.stringContaining('bang') },
      })
      expect(await client.call('listen', {})).toMatchObject({ error: { code: 'bad-answer' } })
      expect(await client.call('pause', { side: 'client' })).toMatchObject({ error: { code: 'bad-answer' } })
      expect(await client.call('snapshot', {})).toMatchObject({ ok: true })
    })

    it('takes parameters that a UI library wraps in a proxy', async () => {
      const proxied = new Proxy({ host: '127.0.0.1', port: 0 }, {})
      expect(await transport.client.call('listen', proxied)).toMatchObject({ ok: true })
    })

    it('takes the longest text there may be, whatever it is made of', async () => {
      await connect()
      for (const text of ['x', '\u0001', '握'].map((char) => char.repeat(MAX_TEXT))) {
        const bytes = Buffer.byteLength(text)
        expect(await transport.client.call('write', { side: 'client', text })).toEqual({ ok: true, value: { bytes } })
      }
    })

    it('answers many calls at once, each with its own answer', async () => {
      await connect()
      const sizes = Array.from({ length: 100 }, (_, n) => n + 1)
      const answers = await Promise.all(sizes.map((bytes) => transport.client.call('write', { side: 'client', bytes })))
      expect(answers).toEqual(sizes.map((bytes) => ({ ok: true, value: { bytes } })))
    })

    it('brings every batch once and in order, at most one a frame', async () => {
      const sent: number[] = []
      transport.lab.subscribe(({ sequence }) => sent.push(sequence))
      const replay = await new Replay(transport.client).begin()
      const begun = performance.now()
      // Not by a snapshot, which sends what is pending before its time.
      await transport.client.call('connect', {})
      await until(() => replay.connections.at(-1)?.phase === 'open', 'the page knows that it is open')
      // A quick machine writes 150 times within two frames.
      for (let n = 1; n <= 150 || sent.length <= 3; n++)
        await transport.client.call('write', { side: n % 2 ? 'client' : 'server', bytes: 1 + (n % 150) })
      await transport.client.call('end', { side: 'client' })
      await until(() => replay.connections.at(-1)?.phase === 'closed', 'the page knows that it is closed')
      await until(() => replay.batches.at(-1)?.sequence === sent.at(-1), 'the page has the last batch')
      const frames = (performance.now() - begun) / FRAME_AT_LEAST
      expect(replay.batches.map(({ sequence }) => sequence)).toEqual(sent)
      expect(sent).toEqual(sent.map((_, n) => (sent[0] ?? 0) + n))
      expect(sent.length).toBeGreaterThan(3)
      // One at once, then one a frame: a busy machine only makes them fewer.
      expect(sent.length).toBeLessThanOrEqual(2 + frames)
      expect(replay.connections).toEqual(transport.lab.snapshot().connections)
    })

    it('misses nothing when the page is loaded anew in mid-transfer', async () => {
      await connect()
      const before = await new Replay(transport.client).begin()
      for (let n = 0; n < 20; n++) await transport.client.call('write', { side: 'client', bytes: 100 })
      const writing = Promise.all(
        Array.from({ length: 20 }, () => transport.lab.handlers.write({ side: 'server', bytes: 100 })),
      )
      const client = await transport.reload()
      const after = await new Replay(client).begin()
      await writing
      await client.call('end', { side: 'client' })
      await until(() => after.connections.at(-1)?.phase === 'closed', 'the new page knows that it is closed')
      expect(after.connections).toEqual(transport.lab.snapshot().connections)
      expect(after.sequences).toEqual(after.sequences.map((_, n) => (after.sequences[0] ?? 0) + n))
      before.end()
    })

    it('stops telling who unsubscribed, and goes on telling the others', async () => {
      const gone = new Replay(transport.client)
      const staying = new Replay(transport.client)
      await connect()
      await until(() => staying.batches.length > 0, 'a batch came')
      gone.end()
      const { length } = gone.batches
      const so = staying.batches.length
      await transport.client.call('end', { side: 'client' })
      await until(() => staying.connections.at(-1)?.phase === 'closed', 'the other one knows that it is closed')
      expect(staying.batches.length).toBeGreaterThan(so)
      expect(gone.batches).toHaveLength(length)
    })

    it('does not let one listener that throws keep a batch from the next', async () => {
      const { error } = console
      console.error = () => undefined
      transport.client.onBatch(() => {
        throw new Error('a listener of the page')
      })
      const replay = new Replay(transport.client)
      await connect()
      await until(() => replay.batches.length > 0, 'a batch came')
      console.error = error
    })

    it('answers nothing and tells nothing once it is disposed', async () => {
      const replay = new Replay(transport.client)
      const pending = transport.client.call('snapshot', {})
      transport.client.dispose()
      expect(await pending).toMatchObject({ error: { code: 'disconnected' } })
      expect(await transport.client.call('snapshot', {})).toMatchObject({ error: { code: 'disconnected' } })
      expect(transport.client.link).toBe('lost')
      let told = false
      transport.lab.subscribe(() => (told = true))
      await transport.lab.handlers.listen({ host: '127.0.0.1', port: 0, allowHalfOpen: false })
      await until(() => told, 'the lab told of it')
      // Whatever had been sent to the page would be there before the answer to a later question.
      await transport.raw('snapshot', {})
      expect(replay.batches).toEqual([])
    })
  })
}
