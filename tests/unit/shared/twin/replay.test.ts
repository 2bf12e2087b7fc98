import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { growingTwin, twin } from '@shared/tcp/twin'
import { begin, finish, playUntil } from '@shared/tcp/twin/replay'
import type { Connection } from '@shared/trace/schema'
import { connectionOf, loadCaptures } from './support/fidelity'

const connections = loadCaptures(fileURLToPath(new URL('../../../fixtures/reference-captures', import.meta.url))).map(
  connectionOf,
)
const said = (value: unknown): string => JSON.stringify(value)

describe('a replay is a value', () => {
  it('that stays as it was, whatever goes on from it', () => {
    for (const connection of connections) {
      let replay = begin(connection, {})
      for (let end = 0; end <= connection.events.length; end += 1) {
        const before = said(replay.state)
        const next = playUntil(replay, end)
        finish(replay)
        expect(said(replay.state)).toBe(before)
        replay = next
      }
    }
  })

  it('from which the rest can be played at any point', () => {
    for (const connection of connections) {
      const whole = said(twin(connection))
      for (const end of [1, 2, Math.floor(connection.events.length / 2)])
        expect(said(finish(playUntil(begin(connection, {}), end)))).toBe(whole)
    }
  })

  it('that is given up once what it played has turned out otherwise', () => {
    const connection = connections.find(({ events }) => events.some(({ name }) => name === 'call:write'))
    if (connection === undefined) throw new Error('no recorded run writes')
    const bigger: Connection = {
      ...connection,
      events: connection.events.map((event) =>
        event.name === 'call:write' ? { ...event, detail: { ...event.detail, bytes: 4000 } } : event,
      ),
    }
    const grow = growingTwin({}, 0)
    grow(connection)
    expect(said(grow(bigger))).toBe(said(twin(bigger)))
  })
})
