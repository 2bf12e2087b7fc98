import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readReport } from './reports.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * @typedef {import('./reports.mjs').Counts & { name: string, ok: boolean, seconds: number }} Outcome
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** Passes an interrupt on to the stages that run. */
export function stopRunning() {
  for (const child of running) child.kill('SIGTERM')
}

/**
 * Runs one stage with nothing on its standard input. Its output is passed through; that of one that runs beside others
 * is printed whole when it ends, so that it always stands under its own heading.
 *
 * A stage that fails without a failing test to show for it counts as one failure, so that the last line never says
 * `0 failed` over a red run.
 *
 * @param {import('./stages.mjs').Stage} stage
 * @param {string} reports folder for the JSON reports
 * @returns {Promise<Outcome>}
 */
export async function runStage(stage, reports) {
  if (!stage.aside) console.log(`\n── ${stage.title}`)
  const file = resolve(reports, `${stage.name}.json`)
  const begun = performance.now()
  const { status, output } = await run(stage, file)
  const seconds = (performance.now() - begun) / 1000
  const counts = stage.report ? readReport(stage.report, file) : { passed: 0, failed: 0, skipped: [] }
  const ok = status === 0 && counts.failed === 0
  if (stage.aside) process.stdout.write(`\n── ${stage.title}\n${output}`)
  console.log(`── ${stage.title}: ${ok ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s`)
  return { ...counts, failed: ok ? 0 : Math.max(1, counts.failed), name: stage.name, ok, seconds }
}

/**
 * @param {import('./stages.mjs').Stage} stage
 * @param {string} file
 * @returns {Promise<{ status: number, output: string }>} the exit status, 1 when it was killed or could not start; what it
 *   wrote, where that was kept back
 */
function run(stage, file) {
  const [first = '', second = '', ...rest] = stage.command
  const own = first.startsWith('./')
  const script = own ? join(ROOT, first) : executable(first, second)
  if (script === null) {
    return Promise.resolve({ status: 1, output: `${first} is not installed: run "npm ci" first.\n` })
  }
  const args = own ? [script] : [script, ...rest]
  const env = { ...process.env, CI: process.env['CI'] ?? '1' }
  if (stage.report === 'vitest') {
    args.push('--reporter=default', '--reporter=./scripts/test/vitest-reporter.mjs')
    Object.assign(env, { HANDSHAKE_LAB_REPORT: file })
  }
  if (stage.report === 'playwright') {
    args.push('--reporter=list,json')
    Object.assign(env, { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  }
  return new Promise((done) => {
    const sink = stage.aside ? 'pipe' : 'inherit'
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', sink, sink] })
    running.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => done({ status: 1, output: `${error.message}\n` }))
    child.on('close', (code) => {
      running.delete(child)
      done({ status: code ?? 1, output })
    })
  })
}

/**
 * The script behind a package's command, so that it runs without a shell and alike on every system.
 *
 * @param {string} name of the package
 * @param {string} command
 * @returns {string | null} null where the package is not installed
 */
function executable(name, command) {
  const file = join(ROOT, 'node_modules', name, 'package.json')
  if (!existsSync(file)) return null
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(file, 'utf8'))
  const script = typeof bin === 'string' ? bin : bin[command]
  if (script === undefined) throw new Error(`${name} has no command ${command}`)
  return join(dirname(file), script)
}
