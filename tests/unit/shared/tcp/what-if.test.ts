import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { CATALOGUE, findScenario, WHAT_IF_GROUPS } from '@shared/scenario/catalogue'
import { simulate } from '@shared/tcp/simulate'
import { explain, LANGUAGES } from '@shared/text'
import { traceSchema, type Connection, type Trace, type TraceSegment } from '@shared/trace/schema'

const ENTRIES = CATALOGUE.filter(({ kind }) => kind === 'what-if')

function play(id: string, seed?: number): Trace {
  const scenario = findScenario(id)?.scenario
  if (scenario === undefined) throw new Error(`no scenario ${id}`)
  const played = simulate(scenario, seed === undefined ? {} : { seed })
  if (!played.ok) throw new Error(played.error.message)
  return played.value
}

const connection = (id: string, index = 0): Connection => {
  const found = play(id).connections[index]
  if (found === undefined) throw new Error(`no connection ${index}`)
  return found
}

/** `C SYN,ACK 0/1+5`: sender, flags without PSH, relSeq/relAck+len, and what became of it. */
const shape = ({ from, flags, relSeq, relAck, len, lost, retransmission, stale, duplicate }: TraceSegment): string =>
  [
    `${from === 'client' ? 'C' : 'S'} ${flags.filter((flag) => flag !== 'PSH').join(',')} ${relSeq}/${relAck ?? '-'}+${len}`,
    ...(lost ? ['lost'] : []),
    ...(retransmission ? ['again'] : []),
    ...(stale ? ['stale'] : []),
    ...(duplicate ? ['twice'] : []),
  ].join(' ')

const shapes = (of: Connection): string[] => of.segments.map(shape)
const states = (of: Connection, side: string): string[] =>
  of.states.filter((entry) => entry.side === side).map(({ state }) => state)

describe.each(ENTRIES.map(({ scenario }) => scenario.id))('%s', (id) => {
  it('plays to its end and gives a valid trace, all of it marked simulated', () => {
    const trace = play(id)
    const parsed = v.safeParse(traceSchema, trace)
    expect(parsed.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined()
    expect(trace.mode).toBe('simulated')
    for (const { events, segments, states } of trace.connections)
      for (const { provenance } of [...events, ...segments, ...states]) expect(provenance).toBe('simulated')
  })

  it('gives the same bytes for the same seed', () => {
    expect(JSON.stringify(play(id, 42))).toBe(JSON.stringify(play(id, 42)))
  })

  it('has title, explanation and what to look for in both languages, under a known heading', () => {
    const entry = ENTRIES.find(({ scenario }) => scenario.id === id)
    for (const language of LANGUAGES)
      for (const part of ['title', 'explanation', 'lookFor'] as const)
        expect(entry?.scenario[part]?.[language]).toMatch(/\S/)
    expect(WHAT_IF_GROUPS).toHaveProperty(entry?.group ?? '')
  })

  it('explains every segment and every note in whole sentences of both languages', () => {
    for (const { segments, notes } of play(id).connections)
      for (const language of LANGUAGES) {
        const said = [
          ...segments.flatMap(({ why }) => (why === undefined ? [] : [why.sent, ...(why.ack ? [why.ack] : [])])),
          ...notes.map(({ reason }) => reason),
        ].map((reason) => explain(reason, language))
        for (const sentence of said) {
          expect(sentence).not.toMatch(/[{}]|undefined|NaN/)
          expect(sentence).not.toMatch(/^tcp\./)
        }
      }
  })
})

describe('what the figures show', () => {
  it('old duplicate SYN: reset, back to LISTEN, then the real one', () => {
    const run = connection('old-duplicate-syn')
    expect(shapes(run)).toEqual([
      'C SYN 0/-+0',
      'C SYN -10/-+0 stale',
      'S SYN,ACK 0/-9+0',
      'C RST -9/-+0',
      'S SYN,ACK 0/1+0',
      'C ACK 1/1+0',
    ])
    expect(states(run, 'server')).toEqual(['CLOSED', 'LISTEN', 'SYN-RECEIVED', 'LISTEN', 'SYN-RECEIVED', 'ESTABLISHED'])
    expect(run.segments.map(({ seq }) => seq)).toEqual([100, 90, 300, 91, 400, 101])
  })

  it('simultaneous open and close pass through the states that only they have', () => {
    expect(states(connection('simultaneous-open'), 'server')).toEqual([
      'CLOSED',
      'SYN-SENT',
      'SYN-RECEIVED',
      'ESTABLISHED',
    ])
    const close = connection('simultaneous-close')
    for (const side of ['client', 'server'])
      expect(states(close, side).slice(-4)).toEqual(['FIN-WAIT-1', 'CLOSING', 'TIME-WAIT', 'CLOSED'])
  })

  it('half-open discovery: the new SYN gets in after the reset', () => {
    expect(shapes(connection('half-open-discovery')).slice(3)).toEqual([
      'C SYN 0/-+0',
      'S ACK 1/-300+0',
      'C RST -300/-+0',
      'C SYN 0/-+0 again',
      'S SYN,ACK 0/1+0',
      'C ACK 1/1+0',
    ])
  })
})

describe('what the losses show', () => {
  it('a lost SYN is repeated after a second', () => {
    const [first, second] = connection('lost-syn').segments
    expect([first && shape(first), second && shape(second)]).toEqual(['C SYN 0/-+0 lost', 'C SYN 0/-+0 again'])
    expect(second?.t).toBe(1000)
  })

  it('a lost last ACK is given again out of TIME-WAIT', () => {
    expect(shapes(connection('lost-last-ack')).slice(-3)).toEqual([
      'C ACK 2/2+0 lost',
      'S FIN,ACK 1/2+0 again',
      'C ACK 2/2+0',
    ])
  })

  it('a fast retransmit comes long before the timer', () => {
    const again = connection('fast-retransmit').segments.find(({ retransmission }) => retransmission)
    expect(again?.why?.sent.code).toBe('tcp.sent.retransmit-fast')
    expect(again?.t).toBeLessThan(500)
  })

  it('duplicated data is given to the program once', () => {
    const run = connection('duplicated-data')
    expect(run.events.filter(({ name }) => name === 'data')).toHaveLength(1)
    expect(shapes(run)).toContain('C ACK 1/1+100 twice')
  })

  it('in bad weather, whatever the seed, every byte arrives', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const [run] = play('bad-weather', seed).connections
      const read = run?.events.filter(({ name }) => name === 'data').map(({ detail }) => detail?.bytes ?? 0)
      expect(read?.reduce((sum, bytes) => sum + bytes, 0)).toBe(20_000)
    }
  })
})

describe('what waiting and broken rules show', () => {
  const codes = (of: Connection): (string | undefined)[] => of.segments.map(({ why }) => why?.sent.code)

  it('a closed window is probed, and a lost update is found by a probe', () => {
    expect(codes(connection('zero-window')).filter((code) => code === 'tcp.sent.window-probe')).toHaveLength(2)
    const lost = connection('lost-window-update')
    const update = lost.segments.findIndex(({ why }) => why?.sent.code === 'tcp.sent.window-update')
    expect(lost.segments[update]?.lost).toBe(true)
    expect(codes(lost)[update + 1]).toBe('tcp.sent.window-probe')
  })

  it('Nagle meets delayed ACK: 200 ms that setNoDelay saves', () => {
    const second = (id: string): number =>
      connection(id).segments.filter(({ from, len }) => from === 'client' && len > 0)[1]?.t ?? NaN
    expect(second('nagle-delayed-ack') - second('nagle-off')).toBeGreaterThanOrEqual(200)
  })

  it('a full backlog turns the honest SYN away until the false ones are given up', () => {
    const honest = connection('syn-flood')
    expect(honest.notes.filter(({ reason }) => reason.code === 'tcp.drop.backlog-full')).toHaveLength(3)
    expect(states(honest, 'client')).toContain('ESTABLISHED')
  })

  it('two steps let a stale SYN reach the program; three do not', () => {
    expect(connection('two-way-handshake').events.some(({ name }) => name === 'connection')).toBe(true)
    expect(
      connection('two-passive-sockets')
        .states.filter(({ t }) => t < 300)
        .map(({ state }) => state),
    ).not.toContain('ESTABLISHED')
  })

  it('without TIME-WAIT a stray becomes data of the next connection', () => {
    const next = connection('no-time-wait', 1)
    const read = next.events.find(({ side, name }) => side === 'server' && name === 'data')
    const written = next.events.find(({ name }) => name === 'call:write')
    expect(read?.t).toBeLessThan(written?.t ?? 0)
  })

  it('with the same number for every connection a stray of the last becomes data of the next', () => {
    const next = connection('isn-always-zero', 1)
    const at = (side: string, name: string): number =>
      next.events.find((event) => event.side === side && event.name === name)?.t ?? Infinity
    expect(at('server', 'data')).toBeLessThan(at('client', 'call:write'))
    expect(next.events.filter(({ side, name }) => side === 'server' && name === 'data')).toHaveLength(1)
    expect(states(connection('isn-always-zero', 0), 'client')).not.toContain('TIME-WAIT')
  })

  it('labels every counterfactual rule', () => {
    for (const { scenario } of ENTRIES.filter(({ scenario }) => scenario.counterfactual)) {
      const [run] = play(scenario.id).connections
      const labelled = run?.notes.filter(({ kind }) => kind === 'counterfactual').map(({ reason }) => reason.code)
      expect(labelled).toEqual(scenario.counterfactual?.map((rule) => `tcp.rule.${rule}`))
    }
  })
})

describe('simulate', () => {
  it('refuses a parameter that the model does not have, and names a step that never came', () => {
    const base = findScenario('lost-syn')?.scenario
    if (base?.network === undefined) throw new Error('no network')
    const odd = simulate({ ...base, network: { ...base.network, parameters: { patience: 3 } } })
    expect(odd).toMatchObject({ ok: false, error: { code: 'unknown-parameter' } })
    const stuck = simulate({ ...base, steps: [{ side: 'client', do: 'end', on: 'client:data' }] })
    expect(stuck).toMatchObject({
      ok: false,
      error: { code: 'step-never-came', message: expect.stringMatching(/Step 1/) },
    })
  })

  it('plays a live scenario too, without a network of its own', () => {
    const live = findScenario('request-response-client-end')?.scenario
    if (live === undefined) throw new Error('no scenario')
    const played = simulate(live)
    expect(played.ok && played.value.connections[0]?.segments.length).toBe(9)
  })
})
