import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lab, useBuiltLab, useFolder } from './lab'

useBuiltLab()
const folder = useFolder()

const lostSyn = {
  id: 'my-lost-syn',
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'end', on: 'client:connect' },
  ],
  network: { delay: 20, faults: [{ do: 'drop', from: 'client', flags: ['SYN'], nth: 1 }] },
}

test('simulate plays a lost SYN, marks every segment as simulated, and repeats itself to the byte', async () => {
  const cwd = folder()
  writeFileSync(join(cwd, 'lost.json'), JSON.stringify(lostSyn))
  const first = await lab(['simulate', 'lost.json', '--seed', '5', '--json', '-'], cwd)
  expect(first).toMatchObject({ code: 0, stderr: '' })
  const second = await lab(['simulate', 'lost.json', '--seed', '5', '--json', '-'], cwd)
  expect(second.stdout).toEqual(first.stdout)

  const trace = JSON.parse(first.stdout.toString()) as {
    mode: string
    connections: { segments: { flags: string[]; lost?: boolean; provenance: string }[] }[]
  }
  expect(trace.mode).toBe('simulated')
  const segments = trace.connections[0]?.segments ?? []
  expect(segments.slice(0, 2)).toMatchObject([{ flags: ['SYN'], lost: true }, { flags: ['SYN'] }])
  expect(segments.every((segment) => segment.provenance === 'simulated')).toBe(true)
})
