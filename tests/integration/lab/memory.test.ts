import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle, type Bundle } from './bundle'

const measured = v.object({
  ratios: v.array(v.object({ throughput: v.number(), processor: v.number() })),
  before: v.number(),
  peak: v.number(),
  after: v.number(),
  throughput: v.number(),
})

let transfer: Bundle

beforeAll(async () => {
  transfer = await bundle('transfer')
})

afterAll(() => transfer.remove())

describe('one gibibyte through the recorded pair', () => {
  it('grows the process by less than 64 MiB, and costs little next to a bare pair', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', transfer.file, '128', '5', '1024'])
    const { before, peak, after, ratios, throughput } = v.parse(measured, JSON.parse(stdout))
    const best = (of: 'throughput' | 'processor'): number => Math.max(...ratios.map((ratio) => ratio[of]))
    console.info(
      `1 GiB at ${throughput.toFixed(0)} MiB/s: ${(after - before).toFixed(1)} MiB more, ` +
        `${(peak - before).toFixed(1)} at the peak; at best ${best('throughput').toFixed(2)} of the bare throughput, ` +
        `the bare pair's processor time ${best('processor').toFixed(2)} of ours`,
    )
    expect(peak - before).toBeLessThan(64)
    expect(after - before).toBeLessThan(64)
    // A busy machine makes single rounds worthless; a recorder that copies or floods never comes near in any.
    expect(Math.max(best('throughput'), best('processor'))).toBeGreaterThan(0.75)
  })
})
