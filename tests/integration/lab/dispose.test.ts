import { expect, it } from 'vitest'
import { playScenario } from '@main/lab'
import { Bench, scenario, until, value } from './support'

/** Sockets, servers and timers that this process keeps open. */
const open = (): string[] =>
  process.getActiveResourcesInfo().filter((name) => /^(TCP|Timeout|Immediate|Worker|MessagePort)/.test(name))

const step = { side: 'client', do: 'connect' } as const

it('leaves no socket, no timer and no thread, whatever was going on', async () => {
  const before = open().length
  const transfer = new Bench()
  transfer.lab.subscribe(() => undefined)
  await transfer.open()
  value(await transfer.call('write', { side: 'client', bytes: 500_000_000 }))
  await transfer.seen('server:data')
  expect(open().length).toBeGreaterThan(before)
  await transfer.lab.dispose()

  const playing = new Bench()
  const long = scenario({ id: 'long', steps: [step, { side: 'client', do: 'end', after: 60_000 }] })
  value(await playing.call('play', { scenario: long }))
  await playing.lab.dispose()

  const halfOpen = new Bench()
  await halfOpen.open({ allowHalfOpen: { client: true, server: true } })
  value(await halfOpen.call('end', { side: 'client' }))
  await halfOpen.lab.dispose()

  value(await playScenario(scenario({ id: 'short', steps: [step, { side: 'client', do: 'destroy', after: 5 }] })))
  await until('everything is closed', () => open().length <= before, 1000)
})
