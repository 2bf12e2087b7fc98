import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle, type Bundle } from './bundle'

const measured = v.object({
  before: v.number(),
  peak: v.number(),
  after: v.number(),
  throughput: v.number(),
})

let transfer: Bundle
let visits: Bundle

beforeAll(async () => {
  transfer = await bundle('transfer')
  visits = await bundle('visits')
})

afterAll(() => Promise.all([transfer.remove(), visits.remove()]))

describe('400 visits of 20 requests with lines of 14 kB', () => {
  it('are kept in less than 64 MiB, though they brought 107', async () => {
    const args = ['--expose-gc', visits.file, '400', '20', '14000']
    const { stdout } = await promisify(execFile)(process.execPath, args)
    const { more } = v.parse(v.object({ more: v.number() }), JSON.parse(stdout))
    console.info(`400 visits hold ${more.toFixed(1)} MiB`)
    expect(more).toBeLessThan(64)
  })
})

describe('one gibibyte through the recorded pair', () => {
  it('grows the process by less than 64 MiB', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', transfer.file, '0', '0', '1024'])
    const { before, peak, after, throughput } = v.parse(measured, JSON.parse(stdout))
    console.info(
      `1 GiB at ${throughput.toFixed(0)} MiB/s: ${(after - before).toFixed(1)} MiB more, ` +
        `${(peak - before).toFixed(1)} at the peak`,
    )
    expect(peak - before).toBeLessThan(64)
    expect(after - before).toBeLessThan(64)
  })
})
