/**
 * `npm test`: every check, the cheap ones first. Those that only read run side by side, the tests one stage after another.
 * A failing stage does not hide the ones after it. The last line is `N passed, N failed`, summed over all tests.
 *
 * `npm test -- unit e2e` runs only the stages named.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { runStage, stopRunning } from './test/run.mjs'
import { STAGES } from './test/stages.mjs'

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name))
if (unknown.length > 0) {
  console.error(`no such stage: ${unknown.join(', ')}; there are: ${STAGES.map((stage) => stage.name).join(', ')}`)
  process.exit(2)
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    stopRunning()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  })
}

const cache = join('node_modules', '.cache')
mkdirSync(cache, { recursive: true })
const reports = mkdtempSync(join(cache, 'test-reports-'))
/** @type {import('./test/run.mjs').Outcome[]} */
const outcomes = []
try {
  const chosen = STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  const aside = chosen.filter((stage) => stage.aside)
  const lanes = Math.min(2, availableParallelism())
  await Promise.all(Array.from({ length: lanes }, () => runAll(aside)))
  await runAll(chosen.filter((stage) => !stage.aside))
} finally {
  rmSync(reports, { recursive: true, force: true })
}

/**
 * Takes stages off the list and runs them until none is left.
 *
 * @param {import('./test/stages.mjs').Stage[]} stages
 */
async function runAll(stages) {
  for (let stage = stages.shift(); stage !== undefined; stage = stages.shift()) {
    outcomes.push(await runStage(stage, reports))
  }
}

console.log('\n── summary')
for (const { name, ok, seconds, passed, failed } of outcomes) {
  const tests = passed + failed === 0 ? '' : `  ${passed} passed, ${failed} failed`
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s${tests}`)
}
for (const { name, skipped } of outcomes) {
  for (const { title, reason } of skipped) console.log(`skip  ${name}: ${title} (${reason})`)
}

const sum = (/** @type {'passed' | 'failed'} */ key) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = outcomes.every((outcome) => outcome.ok) ? 0 : 1
