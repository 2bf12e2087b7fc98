import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { patiently } from '@main/cli/patience'

let folder: string
let terminal: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handshake-lab-patience-'))
  terminal = openSync(join(folder, 'terminal'), 'w')
})

afterEach(() => {
  closeSync(terminal)
  rmSync(folder, { recursive: true })
})

const said = (): string => readFileSync(join(folder, 'terminal'), 'utf8')

describe('whoever waits at a terminal', () => {
  it('hears after two seconds that work goes on, even work that holds up the thread', async () => {
    const work = (): string => {
      const begun = performance.now()
      // As a long simulation does: nothing else has its turn until the other thread has spoken.
      while (said() === '' && performance.now() - begun < 60_000);
      return 'done'
    }
    expect(await patiently('Simulating', work, terminal)).toBe('done')
    expect(said()).toBe('Simulating for 2 s; Ctrl-C ends it.\n')
  })

  it('hears nothing of work that is done at once, and of its failure as ever', async () => {
    expect(await patiently('Reading', () => 1, terminal)).toBe(1)
    await expect(patiently('Reading', () => Promise.reject(new Error('no')), terminal)).rejects.toThrow('no')
    expect(said()).toBe('')
  })
})
