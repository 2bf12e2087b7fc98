/**
 * `node scripts/workflow/desktop.mjs --display <x11|wayland|own>`: the end-to-end tests of the desktop app in a real Electron, which is
 * fetched first. Here they may not be skipped: what they lack is a failure.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../build-if-needed.mjs'
import { fetchRuntime } from '../start/fetch-runtime.mjs'
import { findRuntime } from '../start/runtime.mjs'
import { openDisplay } from './display.mjs'

const TESTS = 'tests/e2e/desktop.spec.ts'

const { values } = parseArgs({ options: { display: { type: 'string', default: 'own' } } })
const runtime = findRuntime(ROOT, process.env)
if ('missing' in runtime) {
  const fetched = await fetchRuntime(ROOT, process.env).done
  if (!fetched.ok) throw new Error(`Electron's runtime could not be fetched: ${fetched.why}`)
}
const display = await openDisplay(values.display)
const cli = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js')
const env = { ...display.env, HANDSHAKE_LAB_REQUIRE_DESKTOP: '1' }
const tests = spawn(process.execPath, [cli, 'test', TESTS, '--workers=1'], { cwd: ROOT, env, stdio: 'inherit' })
tests.on('close', (code) => {
  display.close()
  process.exitCode = code ?? 1
})
