import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { playScenario } from '@main/lab'
import type { LabEvent } from '@shared/protocol/events'
import { Bench, failureOf, scenario, until, value } from './support'

let bench: Bench
let told: LabEvent[]

beforeEach(() => {
  bench = new Bench()
  told = []
  bench.lab.subscribe(({ events }) => told.push(...events))
})

afterEach(() => bench.lab.dispose())

const orderly = scenario({
  id: 'orderly',
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'end', on: 'server:connection', after: 20 },
  ],
})

describe('playing a scenario in the lab', () => {
  it('answers once the connection exists, and tells each step and the end', async () => {
    const { connection } = value(await bench.call('play', { scenario: orderly }))
    expect(bench.lab.snapshot().player).toMatchObject({ scenario: 'orderly', steps: 2 })
    await until('the run is over', () => bench.lab.snapshot().player === null)
    expect(bench.lab.trace(connection)).toMatchObject({ mode: 'live', scenario: 'orderly' })
    expect(bench.phase()).toBe('closed')
    const players = told.filter((event) => event.kind === 'player').map(({ player }) => player?.step)
    expect(players.at(-1)).toBeUndefined()
    expect(told.filter(({ kind }) => kind === 'failure')).toEqual([])
  })

  it('lets nobody in between, until it is stopped', async () => {
    const long = scenario({ id: 'long', steps: [...orderly.steps, { side: 'server', do: 'write', after: 60_000 }] })
    value(await bench.call('play', { scenario: long }))
    expect(failureOf(await bench.call('play', { scenario: long }))).toBe('scenario-running')
    expect(failureOf(await bench.call('connect', {}))).toBe('scenario-running')
    expect(failureOf(await bench.call('listen', {}))).toBe('scenario-running')
    expect(failureOf(await bench.call('write', { side: 'client', text: 'x' }))).toBe('scenario-running')
    value(await bench.call('stop', {}))
    expect(bench.lab.snapshot().player).toBeNull()
    expect(told.some(({ kind }) => kind === 'failure')).toBe(false)
    await bench.open()
  })

  it('ends a run whose step never comes, and names the step', async () => {
    const never = scenario({
      id: 'never',
      steps: [
        { side: 'client', do: 'connect' },
        { side: 'client', do: 'write', text: 'x', on: 'server:connection' },
        { side: 'server', do: 'end', on: 'client:data' },
      ],
    })
    const { connection } = value(await bench.call('play', { scenario: never }))
    await until('the run is over', () => bench.lab.snapshot().player === null)
    bench.lab.snapshot()
    const failure = told.find((event) => event.kind === 'failure')
    expect(failure).toMatchObject({
      connection,
      error: { code: 'step-timeout', params: { step: 3, verb: 'server end', event: 'client:data' } },
    })
    expect(bench.phase()).toBe('closed')
    expect(bench.connection().events.find(({ name }) => name === 'call:destroy')?.detail?.code).toBe('step-timeout')
    await bench.open()
  })

  it('fails a step that the sockets refuse', async () => {
    const late = scenario({
      id: 'late',
      steps: [...orderly.steps, { side: 'client', do: 'write', text: 'x', on: 'client:close' }],
    })
    value(await bench.call('play', { scenario: late }))
    await until('the run is over', () => bench.lab.snapshot().player === null)
    bench.lab.snapshot()
    expect(told.find((event) => event.kind === 'failure')).toMatchObject({
      error: { code: 'step-failed', params: { step: 3, cause: 'not-connected' } },
    })
  })

  it.each([
    ['server connects', [{ side: 'server', do: 'connect' }], 'scenario-invalid'],
    ['nobody connects', [{ side: 'client', do: 'write', text: 'x' }], 'scenario-invalid'],
    [
      'until without data',
      [...orderly.steps, { side: 'client', do: 'write', on: 'server:end', until: 3 }],
      'scenario-invalid',
    ],
    ['pause with data', [...orderly.steps, { side: 'client', do: 'pause', text: 'x' }], 'scenario-invalid'],
  ] as const)('does not begin what it could not play: %s', async (_name, steps, code) => {
    const answer = await bench.call('play', { scenario: scenario({ id: 'wrong', steps: [...steps] }) })
    expect(failureOf(answer)).toBe(code)
    expect(bench.lab.snapshot().connections).toEqual([])
  })

  it('leaves what-if scenarios to the simulator', async () => {
    const whatIf = scenario({ id: 'what-if', steps: [{ side: 'client', do: 'connect' }], network: { delay: 5 } })
    expect(failureOf(await bench.call('play', { scenario: whatIf }))).toBe('not-supported')
  })
})

describe('playing a scenario from beginning to end', () => {
  it('answers a trace, and leaves nothing open', async () => {
    const trace = value(await playScenario(orderly, { seed: 3 }))
    expect(trace).toMatchObject({ version: 1, mode: 'live', scenario: 'orderly', seed: 3 })
    expect(trace.connections[0]?.segments).toEqual([])
    expect(trace.connections[0]?.isn).toEqual(value(await playScenario(orderly, { seed: 3 })).connections[0]?.isn)
  })

  it('waits five seconds for a step, then gives up', async () => {
    const never = scenario({
      id: 'never',
      steps: [...orderly.steps, { side: 'server', do: 'write', on: 'client:data' }],
    })
    const begun = performance.now()
    const played = await playScenario(never)
    const took = performance.now() - begun
    expect(failureOf(played)).toBe('step-timeout')
    expect(took).toBeGreaterThan(4900)
  })

  it('ends a scenario that leaves its connection open, and says in the record that it did', async () => {
    const open = scenario({ id: 'open', steps: [{ side: 'client', do: 'connect' }] })
    const { connections } = value(await playScenario(open))
    const destroys = connections[0]?.events.filter(({ name }) => name === 'call:destroy')
    expect(destroys?.length).toBeGreaterThan(0)
    expect(destroys?.[0]?.detail?.code).toBe('left-open')
    expect(connections[0]?.events.filter(({ name }) => name === 'close')).toHaveLength(2)
  })

  it('waits for an event anew when an earlier step has used it', async () => {
    const twice = scenario({
      id: 'twice',
      steps: [
        { side: 'client', do: 'connect' },
        { side: 'client', do: 'write', text: 'one', on: 'server:connection' },
        { side: 'server', do: 'write', text: 'first', on: 'server:data', after: 10 },
        { side: 'client', do: 'write', text: 'two', on: 'client:data', after: 30 },
        { side: 'server', do: 'write', text: 'second', on: 'server:data' },
        { side: 'client', do: 'end', on: 'client:data' },
      ],
    })
    const { connections } = value(await playScenario(twice))
    const texts = connections[0]?.events.filter(({ name }) => name === 'data').map(({ detail }) => detail?.text)
    expect(texts).toEqual(['one', 'first', 'two', 'second'])
  })

  it('plays a refused connection on a port where nobody listens', async () => {
    const refused = scenario({
      id: 'refused',
      server: { listening: false },
      steps: [{ side: 'client', do: 'connect' }],
    })
    const { connections } = value(await playScenario(refused))
    expect(connections[0]?.events.map(({ name }) => name)).toEqual(['call:connect', 'error', 'close'])
    expect(connections[0]?.events[1]?.detail?.code).toBe('ECONNREFUSED')
    expect(connections[0]?.server?.port).toBeGreaterThan(0)
  })

  it('streams a long write and ends after its last byte', async () => {
    const bytes = 20 * 1024 * 1024 + 7
    const long = scenario({
      id: 'long',
      steps: [
        { side: 'client', do: 'connect' },
        { side: 'client', do: 'end', bytes, on: 'server:connection' },
      ],
    })
    const { connections } = value(await playScenario(long))
    expect(connections[0]?.traffic?.server.bytesRead).toBe(bytes)
  })

  it('destroys a client that it has just connected without losing its socket at the server', async () => {
    const hasty = scenario({ id: 'hasty', steps: [...orderly.steps.slice(0, 1), { side: 'client', do: 'destroy' }] })
    const { connections } = value(await playScenario(hasty))
    expect(connections).toHaveLength(1)
  })

  it('says what keeps it from listening', async () => {
    expect(failureOf(await playScenario(orderly, { port: 70_000 }))).toBe('port-invalid')
    expect(failureOf(await playScenario(orderly, { host: '8.8.8.8' }))).toBe('address-not-ours')
  })
})
