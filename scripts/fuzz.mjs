/**
 * `npm run fuzz -- 1000000 [--seed 1]`: so many wrong texts to every reader of foreign input.
 * `npm run fuzz -- http 100000 [--seed 1]`: so many wrong requests to the browser host.
 * Prints the seed; fails where a reader threw, took longer than a second, or the host answered no more.
 */
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { ROOT, buildIfNeeded } from './build-if-needed.mjs'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' } } })
const http = positionals[0] === 'http'
const count = Number(positionals[http ? 1 : 0] ?? (http ? '2000' : '20000'))
const seed = Number(values.seed ?? Date.now() % 2 ** 32)
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  console.error('npm run fuzz -- [http] <how many> [--seed <whole number>]')
  process.exit(2)
}

/** @param {string} path from the root of the repository */
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
/** @param {string} path */
const load = async (path) => {
  const resolve = { alias: { '@shared': at('src/shared') } }
  return (await runnerImport(at(path), { root: at(''), configFile: false, logLevel: 'error', resolve })).module
}
const { createRandom } = await load('scripts/fuzz/random.ts')
const random = createRandom(seed)
console.log(`${count} wrong ${http ? 'requests' : 'texts'}, seed ${seed}`)
process.exitCode = http ? await fuzzHost() : await fuzzTexts()

/** @returns {Promise<number>} the exit code */
async function fuzzTexts() {
  const { fuzzReaders } = await load('scripts/fuzz/readers.ts')
  const begun = performance.now()
  /** @type {readonly import('./fuzz/readers').Finding[]} */
  const findings = fuzzReaders({
    count,
    random,
    onProgress: (/** @type {number} */ done) => process.stderr.isTTY && process.stderr.write(`\r${done}`),
  })
  console.log(`${findings.length} findings in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  for (const { text, what } of findings.slice(0, 10)) console.log(`\n${what}\n  ${JSON.stringify(text.slice(0, 2000))}`)
  return findings.length === 0 ? 0 : 1
}

/** @returns {Promise<number>} the exit code */
async function fuzzHost() {
  const build = await buildIfNeeded()
  if (!build.ok) throw new Error(build.message)
  const { serve } = await import(pathToFileURL(join(ROOT, 'out', 'main', 'web.js')).href)
  const { fuzzHttp } = await load('scripts/fuzz/http.ts')
  const served = await serve({ files: join(ROOT, 'out', 'renderer') })
  if (!served.ok) throw new Error(served.error.message)
  const begun = performance.now()
  // An error that nobody handles ends this process, and so the run.
  const { answered, closed } = await fuzzHttp({ port: served.value.port, count, random })
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  console.log(`${answered} answered, ${closed} closed without a word, the page still answered, in ${seconds} s`)
  await served.value.close()
  return 0
}
