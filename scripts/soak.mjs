/**
 * `npm run soak -- 30 [--seed 1]`: plays random scenarios, attacks and reloads against the browser host for so many
 * minutes, prints what it holds after each, and fails where something failed or did not stay flat.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { ROOT, buildIfNeeded } from './build-if-needed.mjs'

/** How far heap and descriptors may move. */
const FLAT = 0.05
const MIB = 2 ** 20

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' } } })
const minutes = Number(positionals[0] ?? '30')
const seed = Number(values.seed ?? Date.now() % 2 ** 32)
if (!(minutes > 0 && minutes <= 10_000) || !Number.isInteger(seed)) {
  console.error('npm run soak -- <minutes> [--seed <whole number>]')
  process.exit(2)
}
const build = await buildIfNeeded()
if (!build.ok) {
  console.error(build.message)
  process.exit(1)
}

/** @param {string} path from the root of the repository */
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
/** @param {string} path */
const load = async (path) => {
  const alias = { '@shared': at('src/shared'), '@renderer': at('src/renderer') }
  return (await runnerImport(at(path), { root: at(''), configFile: false, resolve: { alias } })).module
}
const { soak, drift } = await load('scripts/soak/drive.ts')
const { createRandom } = await load('scripts/fuzz/random.ts')

console.log(`soak of ${minutes} min, seed ${seed}\n   min  heap MiB   rss MiB  descriptors  loop p99 ms  max ms`)
/** @type {import('./soak/drive').SoakResult} */
const result = await soak({
  seconds: minutes * 60,
  round: Math.min(60, minutes * 6),
  random: createRandom(seed),
  out: join(ROOT, 'out'),
  onSample: (/** @type {import('./soak/drive').Sample} */ { at: seconds, heap, rss, descriptors, loop }) =>
    console.log(
      [
        (seconds / 60).toFixed(1).padStart(6),
        (heap / MIB).toFixed(1).padStart(9),
        (rss / MIB).toFixed(1).padStart(9),
        String(descriptors ?? '?').padStart(12),
        loop.p99.toFixed(0).padStart(12),
        loop.max.toFixed(0).padStart(7),
      ].join(' '),
    ),
})
const { samples, scenarios, attacks, reloads, failures } = result
console.log(`${scenarios} scenarios, ${attacks} wrong requests, ${reloads} reloads, ${failures.length} failures`)
for (const failure of failures.slice(0, 20)) console.log(`  ${failure}`)
let flat = true
for (const figure of /** @type {const} */ (['heap', 'descriptors'])) {
  const moved = drift(samples.map((sample) => sample[figure]))
  if (moved === null) continue
  flat &&= moved <= FLAT
  console.log(
    `${figure}: ${(moved * 100).toFixed(1)} % from the first third to the last (goal: at most ${FLAT * 100} %)`,
  )
}
process.exitCode = failures.length === 0 && flat ? 0 : 1
