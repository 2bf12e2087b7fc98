import { expect, it } from 'vitest'
import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from '../../../scripts/build-if-needed.mjs'
import { createRandom } from '../../../scripts/fuzz/random'
import { drift, soak } from '../../../scripts/soak/drive'

it('the browser host stands twenty seconds of scenarios, attacks and reloads, and holds no more after them', async () => {
  const build = await buildIfNeeded()
  if (!build.ok) throw new Error(build.message)
  const { samples, failures, scenarios, attacks, reloads } = await soak({
    seconds: 20,
    round: 2.5,
    random: createRandom(1),
    out: fileURLToPath(new URL('../../../out', import.meta.url)),
  })
  expect(failures).toEqual([])
  expect(Math.min(scenarios, attacks, reloads)).toBeGreaterThan(3)
  // Half an hour shows five per cent; twenty seconds, in which code is still being compiled, a leak that matters.
  expect(drift(samples.map(({ heap }) => heap))).toBeLessThan(0.25)
  const descriptors = samples.slice(1).map((sample) => sample.descriptors)
  expect(Math.max(...descriptors.map((count) => count ?? 0))).toBeLessThanOrEqual((descriptors[0] ?? 0) + 2)
}, 180_000)
