import { rmSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checksumHolds } from '@shared/capture/packet'
import { fromHex } from '@shared/capture/hex'
import { toPcapng } from '@shared/capture/pcapng'
import { findScenario } from '@shared/scenario/catalogue'
import * as v from 'valibot'
import { traceSchema } from '@shared/trace/schema'
import { readPcapng } from '../../unit/shared/capture/read-pcapng'
import { endProgram, Hand, processes, unable, until } from './support'

/** Real kernels in namespaces of their own; nothing here is replaced. */
describe('the wire between two kernels', () => {
  let program: string
  let hand: Hand

  beforeAll(async () => {
    if (unable === null) program = await endProgram()
  })
  beforeEach((context) => {
    if (unable !== null) context.skip(unable)
    hand = new Hand(program)
  })
  afterEach(async () => {
    await hand.lab.dispose()
    expect(processes(program)).toEqual([])
  })
  afterAll(() => rmSync(program, { force: true }))

  const end = async (side: 'client' | 'server'): Promise<void> => {
    const done = await hand.lab.handlers.end({ side })
    if (!done.ok) throw new Error(done.error.message)
  }
  const closed = (id: string, most?: number): Promise<unknown> =>
    until('the close', () => hand.phase(id) === 'closed', most)

  it.each([
    ['IPv4', '', '192.0.2.2'],
    ['IPv6', '2001:db8::2', '2001:db8::2'],
  ])(
    'carries a conversation over %s: captured with right checksums, states of the kernel in order',
    async (_name, host, address) => {
      const id = await hand.connect(host)
      await until('the accept', () => hand.connection(id).events.some(({ name }) => name === 'connection'))
      await hand.lab.handlers.write({ side: 'client', text: 'hello' })
      await until('the data', () =>
        hand.connection(id).events.some(({ name, side }) => name === 'data' && side === 'server'),
      )
      await end('client')
      await closed(id)
      await until('TIME-WAIT', () => hand.states(id, 'client').includes('TIME-WAIT'))
      const connection = hand.connection(id)
      expect(connection.server?.address).toBe(address)
      expect(connection.wire?.ends).toBe('namespaces')
      expect(hand.said(id).slice(0, 3)).toEqual(['client SYN', 'server SYN,ACK', 'client ACK'])
      const [syn] = connection.segments
      expect(syn?.options).toMatchObject({ sackPermitted: true, mss: host === '' ? 1460 : 1440 })
      expect(syn?.options?.timestamps).toBeDefined()
      for (const segment of connection.segments) {
        expect(segment.provenance).toBe('captured')
        expect(segment.fate?.became).toBe('delivered')
        expect(checksumHolds(fromHex(segment.bytes ?? ''))).toBe(true)
      }
      // A state that is gone before the next sample is not seen; those that are come in order.
      const client = hand.states(id, 'client')
      const active = ['CLOSED', 'SYN-SENT', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'TIME-WAIT']
      expect(client).toEqual(active.filter((state) => client.includes(state as never)))
      const server = hand.states(id, 'server').filter((state, i) => i === 0 || state !== 'CLOSED')
      const passive = ['CLOSED', 'LISTEN', 'SYN-RECEIVED', 'ESTABLISHED', 'CLOSE-WAIT', 'LAST-ACK']
      expect(server).toEqual(passive.filter((state) => server.includes(state)))
      expect(server.length).toBeGreaterThan(1)
      for (const state of connection.states)
        if (state.after !== undefined) expect(state.after).toBeLessThanOrEqual(state.t)
    },
  )

  it('shows a lost SYN sent again, crossed FINs, CLOSING and TIME-WAIT at both ends', async () => {
    await hand.step()
    const id = await hand.connect()
    await hand.take('client', 'SYN', 'drop')
    const again = await hand.take('client', 'SYN', 'deliver')
    expect(again.retransmission).toBe(true)
    expect(again.t - (hand.connection(id).segments[0]?.t ?? 0)).toBeGreaterThan(900)
    await hand.take('server', 'SYN,ACK', 'deliver')
    await hand.take('client', 'ACK', 'deliver')
    await until('the accept', () => hand.connection(id).events.some(({ name }) => name === 'connection'))
    await end('client')
    await end('server')
    const isFin = (from: 'client' | 'server') =>
      hand.connection(id).segments.some((s) => s.from === from && s.flags.includes('FIN'))
    await until('both FINs', () => isFin('client') && isFin('server'))
    await hand.take('client', 'FIN,ACK', 'deliver')
    await hand.take('server', 'FIN,ACK', 'deliver')
    await until(
      'CLOSING',
      () => hand.states(id, 'client').includes('CLOSING') && hand.states(id, 'server').includes('CLOSING'),
    )
    await hand.lab.handlers.setWireMode({ mode: { kind: 'through', delay: 0 } })
    for (;;) {
      const [flight] = hand.lab.snapshot().wire?.flights ?? []
      if (!flight) break
      await hand.lab.handlers.actOnSegment({ id: flight.id, action: 'deliver', by: 0 })
    }
    await until('TIME-WAIT at both ends', () =>
      (['client', 'server'] as const).every((side) => hand.states(id, side).at(-1) === 'TIME-WAIT'),
    )
    const left = hand.lab.snapshot().wire?.deadlines.filter(({ kind }) => kind === 'time-wait') ?? []
    expect(left).toHaveLength(2)
    expect(left[0]?.of).toBe(60_000)
    const trace = hand.lab.trace(id)
    if (!trace) throw new Error('no trace')
    expect(v.is(traceSchema, JSON.parse(JSON.stringify(trace)))).toBe(true)
    const packets = readPcapng(toPcapng(trace)).packets
    const sent = trace.connections[0]?.segments.toSorted((a, b) => a.t - b.t) ?? []
    expect(packets.map(({ bytes }) => [...bytes])).toEqual(sent.map(({ bytes = '' }) => [...fromHex(bytes)]))
    expect(packets[0]?.comment).toContain('captured on the wire; dropped by the reader')
  })

  it('lets an old SYN in after its connection has gone: the server answers, the client’s kernel resets', async () => {
    await hand.step()
    const id = await hand.connect()
    await hand.take('client', 'SYN', 'keep')
    await hand.take('client', 'SYN', 'deliver')
    await hand.take('server', 'SYN,ACK', 'deliver')
    await hand.take('client', 'ACK', 'deliver')
    await until('the accept', () => hand.connection(id).events.some(({ name }) => name === 'connection'))
    await hand.lab.handlers.resetAndDestroy({ side: 'client' })
    await hand.take('client', 'RST,ACK', 'deliver')
    await closed(id)
    const [copy] = hand.lab.snapshot().wire?.copies ?? []
    expect(copy).toMatchObject({ flags: ['SYN'], connection: id })
    await hand.lab.handlers.setWireMode({ mode: { kind: 'through', delay: 0 } })
    expect(await hand.lab.handlers.letInCopy({ copy: copy?.id ?? 0 })).toMatchObject({ ok: true })
    const after = (): string[] => hand.saidSince(id)
    await until('the reset', () => after().includes('client RST'))
    expect(after().slice(0, 2)).toEqual(['client SYN', 'server SYN,ACK'])
  })

  it('answers a forged, blind reset by the kernel’s challenge ACK, and refuses a segment that can’t be', async () => {
    const id = await hand.connect()
    await until('the accept', () => hand.connection(id).events.some(({ name }) => name === 'connection'))
    const [syn] = hand.connection(id).segments
    const seq = ((syn?.seq ?? 0) + 1000) >>> 0
    const forged = { connection: id, from: 'client' as const, seq, ack: 0, window: 0, text: '' }
    expect(await hand.lab.handlers.forgeSegment({ ...forged, flags: ['SYN', 'RST'] })).toMatchObject({
      error: { code: 'wire-forged-malformed' },
    })
    await hand.lab.handlers.forgeSegment({ ...forged, flags: ['RST'] })
    const after = (): string[] => hand.saidSince(id)
    await until('the challenge', () => after().includes('server ACK'))
    expect(after()[0]).toBe('client RST')
    expect(hand.states(id, 'server').at(-1)).toBe('ESTABLISHED')
  })

  it('acts on a segment once, and says so to whoever comes second', async () => {
    await hand.step()
    await hand.connect()
    const flight = await until('a segment', () => hand.lab.snapshot().wire?.flights[0])
    const both = await Promise.all(
      [1, 2].map(() => hand.lab.handlers.actOnSegment({ id: flight.id, action: 'drop', by: 0 })),
    )
    expect(both.map(({ ok }) => ok)).toEqual([true, false])
    expect(both[1]).toMatchObject({ error: { code: 'wire-no-segment' } })
  })

  it('plays the faults of a what-if, and refuses what no kernel does', async () => {
    const scenario = findScenario('simultaneous-close')?.scenario
    const counterfactual = findScenario('no-time-wait')?.scenario
    if (!scenario || !counterfactual) throw new Error('no such scenario')
    const run = await hand.lab.play(scenario, 'wire')
    if (!run.ok) throw new Error(run.error.message)
    expect(await run.value.ended).toMatchObject({ ok: true })
    await hand.lab.settled(20_000)
    expect(
      hand
        .said(run.value.conversation.id)
        .filter((said) => said.includes('FIN'))
        .sort(),
    ).toContain('client FIN,ACK')
    expect(await hand.lab.play(counterfactual, 'wire')).toMatchObject({ error: { code: 'wire-not-playable' } })
  })

  it('keeps a transfer of 4 MB within bounds, and counts the rest', async () => {
    const id = await hand.connect()
    const bytes = 4_000_000
    await hand.lab.handlers.write({ side: 'client', bytes })
    await hand.lab.handlers.end({ side: 'client' })
    await closed(id, 100_000)
    const { segments, wire } = hand.connection(id)
    const kept = segments.filter(({ from }) => from === 'client')
    expect(segments.length).toBeLessThanOrEqual(2000 + 50)
    expect(kept.reduce((sum, { len }) => sum + len, 0) + (wire?.counted.client.bytes ?? 0)).toBeGreaterThanOrEqual(
      bytes,
    )
    expect(wire?.counted.client.segments).toBeGreaterThan(500)
    expect(segments.filter(({ flags }) => flags.includes('FIN')).length).toBeGreaterThanOrEqual(2)
    expect(JSON.stringify(segments).length).toBeLessThan(3_000_000)
  })

  it('ends a connection with words when one of its ends dies, and leaves nothing', async () => {
    await hand.step()
    const failures: string[] = []
    hand.lab.subscribe(({ events }) => {
      for (const event of events) if (event.kind === 'failure') failures.push(event.error.code)
    })
    const id = await hand.connect()
    await until('the SYN', () => (hand.lab.snapshot().wire?.inFlight ?? 0) > 0)
    const [victim] = processes(program)
    if (victim === undefined) throw new Error('no process')
    process.kill(victim, 'SIGKILL')
    await closed(id)
    await until('the failure', () => failures.includes('wire-end-died'))
    await until('no process', () => processes(program).length === 0)
    expect(hand.lab.snapshot().wire).toBeNull()
    expect(hand.connection(id).segments.at(-1)?.fate).toEqual({ became: 'dropped', by: 'wire' })
    // And the next one works.
    await hand.lab.handlers.setWireMode({ mode: { kind: 'through', delay: 0 } })
    const next = await hand.connect()
    await until('the next connection', () => hand.said(next).length >= 3)
  })

  it('ends within a second when whoever holds it is gone', async () => {
    const { Namespaces } = await import('@main/wire/namespaces')
    const script = join(dirname(program), 'holder.mjs')
    writeFileSync(
      script,
      `import { spawn } from 'node:child_process'
       spawn('unshare', ['--map-root-user', '--net', '--pid', '--fork', '--kill-child', process.execPath, ${JSON.stringify(program)}], { stdio: ['pipe', 'ignore', 'inherit'] })
       console.log('ready'); setInterval(() => {}, 1000)`,
    )
    expect(Namespaces).toBeDefined()
    const holder = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await until('the end', () => processes(program).length > 1)
    holder.kill('SIGKILL')
    await until('its end', () => processes(program).length === 0)
    rmSync(script)
  })

  it('leaves no process and no descriptor behind, however often it is opened', async () => {
    const { readdirSync } = await import('node:fs')
    const descriptors = (): number => readdirSync('/proc/self/fd').length
    let first = 0
    for (let round = 0; round < 4; round += 1) {
      for (let n = 0; n < 5; n += 1) {
        const id = await hand.connect()
        await until('the handshake', () => hand.connection(id).events.some(({ name }) => name === 'connection'))
        await hand.lab.handlers.resetAndDestroy({ side: 'client' })
        await closed(id)
      }
      await hand.lab.handlers.stop({})
      expect(processes(program)).toEqual([])
      if (round === 0) first = descriptors()
    }
    expect(descriptors()).toBeLessThanOrEqual(first)
  })
})
