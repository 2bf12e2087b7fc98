/**
 * `node scripts/workflow/installed.mjs <program> [--display <x11|wayland|own>]`: starts an installed Handshake Lab, connects, closes and
 * exports in it, as tests/installed says.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../build-if-needed.mjs'
import { openDisplay } from './display.mjs'
import { installedProgram } from '../release/install.mjs'

const { values, positionals } = parseArgs({
  options: { display: { type: 'string', default: 'own' } },
  allowPositionals: true,
})
const program = positionals[0] ?? installedProgram()
if (!existsSync(program)) throw new Error(`${program} is not installed.`)
const display = await openDisplay(values.display)
const cli = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js')
const env = { ...display.env, HANDSHAKE_LAB_PROGRAM: program }
const tests = spawn(process.execPath, [cli, 'test', '--config', 'tests/installed/playwright.config.ts'], {
  cwd: ROOT,
  env,
  stdio: 'inherit',
})
tests.on('close', (code) => {
  display.close()
  process.exitCode = code ?? 1
})
