import { describe, expect, it } from 'vitest'
import { findScenario } from '@shared/scenario/catalogue'
import { simulate } from '@shared/tcp/simulate'
import { twin } from '@shared/tcp/twin'
import type { Connection, Trace } from '@shared/trace/schema'
import { captured } from '../predict/conversations'

function play(id: string): Trace {
  const scenario = findScenario(id)?.scenario
  const trace = scenario && simulate(scenario)
  if (!trace?.ok) throw new Error(`"${id}" did not run`)
  return trace.value
}

/** The one connection of a what-if. */
function simulated(id: string): Connection {
  const [connection] = play(id).connections
  if (!connection) throw new Error(`"${id}" made no connection`)
  return connection
}

/** A recorded run of the real sockets. */
const recorded = (id: string): Connection => twin({ ...captured(id), segments: [] })

const told = ({ events }: Connection, side: string): string[] =>
  events.filter((event) => event.side === side && !event.name.startsWith('call:')).map(({ name }) => name)
const states = (connection: Connection): string[] => connection.states.map(({ state }) => state)

/** Each is a claim that a text of the app makes about a trace it can show. */
describe('what the texts say of a trace', () => {
  it('client-reset: no FIN, no answer, nobody in TIME-WAIT, ECONNRESET at the server', () => {
    const connection = recorded('client-reset')
    expect(connection.segments.at(-1)).toMatchObject({ from: 'client', flags: ['RST', 'ACK'] })
    expect(connection.segments.filter(({ flags }) => flags.includes('FIN'))).toEqual([])
    expect(states(connection)).not.toContain('TIME-WAIT')
    expect(connection.events.find(({ name }) => name === 'error')).toMatchObject({
      side: 'server',
      detail: { code: 'ECONNRESET' },
    })
  })

  it('connection-refused: the reset’s number is 0 in either notation', () => {
    for (const connection of [recorded('connection-refused'), simulated('connection-refused')])
      expect(connection.segments[1]).toMatchObject({ flags: ['RST', 'ACK'], seq: 0, relSeq: 0, relAck: 1 })
  })

  it('two-way-handshake: old data reaches the program, its answer reaches nobody, the reset comes later', () => {
    const connection = simulated('two-way-handshake')
    const data = connection.events.find(({ name }) => name === 'data')
    expect(data).toMatchObject({ side: 'server', detail: { bytes: 100 } })
    expect(connection.segments.filter(({ from, len }) => from === 'server' && len > 0)).toEqual([])
    const reset = connection.segments.find(({ flags }) => flags.includes('RST'))
    expect(reset?.arrives).toBeGreaterThan(data?.t ?? Infinity)
    expect(told(connection, 'client')).toEqual([])
  })

  it('old-duplicate-syn: 90, then 91 acknowledged, then 400 for the true SYN, and no program hears of the old one', () => {
    const connection = simulated('old-duplicate-syn')
    const numbers = connection.segments.map(({ seq, ack }) => [seq, ack])
    expect(numbers).toEqual([
      [100, null],
      [90, null],
      [300, 91],
      [91, null],
      [400, 101],
      [101, 401],
    ])
    expect(told(connection, 'server').filter((name) => name !== 'listening')).toEqual(['connection'])
  })

  it('syn-flood: no program hears of a forged handshake, and the honest SYN goes three times in vain', () => {
    const [honest, ...forged] = play('syn-flood').connections
    expect(forged).toHaveLength(5)
    for (const connection of forged) expect(connection.events).toEqual([])
    expect(honest?.segments.filter(({ flags }) => flags.join() === 'SYN')).toHaveLength(4)
  })

  it('syn-cookies: the honest client is in after one round trip, the rest is answered once', () => {
    const [honest, ...forged] = play('syn-cookies').connections
    const at = (name: string): number => honest?.events.find((event) => event.name === name)?.t ?? NaN
    expect(at('connect') - at('call:connect')).toBe(40)
    for (const connection of forged) expect(connection.events).toEqual([])
    expect(forged.map(({ segments }) => segments.filter(({ from }) => from === 'server').length)).toEqual([
      3, 3, 3, 1, 1,
    ])
  })

  it('lost-data: the wait is exactly 1000 ms', () => {
    const { segments } = simulated('lost-data')
    const [first, again] = segments.filter(({ len }) => len > 0)
    expect(again).toMatchObject({ retransmission: true, relSeq: first?.relSeq })
    expect((again?.t ?? 0) - (first?.t ?? 0)).toBe(1000)
  })

  it('duplicated-data: the copy is acknowledged at once, and no acknowledgement went before', () => {
    const { segments } = simulated('duplicated-data')
    const copy = segments.find(({ duplicate }) => duplicate)
    const acks = segments.filter(({ from, flags }) => from === 'server' && flags.join() === 'ACK')
    expect(acks[0]?.t).toBe(copy?.arrives)
  })

  it('isn-always-zero: the stray is read, the real bytes are not', () => {
    const second = play('isn-always-zero').connections[1]
    expect(second?.events.filter(({ name }) => name === 'data')).toHaveLength(1)
    expect(second?.segments.find(({ stale }) => stale)).toMatchObject({ relSeq: 1, len: 100 })
  })
})
