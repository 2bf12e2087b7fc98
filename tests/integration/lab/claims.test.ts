import { expect, test } from 'vitest'
import { playScenario } from '@main/lab'
import { findScenario } from '@shared/scenario/catalogue'
import { twin } from '@shared/tcp/twin'

/** What the texts say of a run on real sockets, where no recorded run tells. */
test('write-to-closed-peer: a reset answers the data, and no error fires in the client’s program', async () => {
  const scenario = findScenario('write-to-closed-peer')?.scenario
  if (!scenario) throw new Error('the catalogue has no such scenario')
  const trace = await playScenario(scenario)
  if (!trace.ok) throw new Error(trace.error.message)
  const [connection] = trace.value.connections
  if (!connection) throw new Error('nothing was recorded')
  const names = connection.events.map(({ side, name }) => `${side} ${name}`)
  expect(names).toContain('client end')
  expect(names).toContain('client call:write')
  expect(names.filter((name) => name.endsWith(' error'))).toEqual([])
  expect(twin(connection).segments.at(-1)).toMatchObject({ from: 'server', flags: ['RST'] })
})
