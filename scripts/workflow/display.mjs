import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long a display server may take to open, milliseconds. */
const PATIENCE_MS = 20_000
const EVERY_MS = 50

/** @typedef {{ env: NodeJS.ProcessEnv, close: () => void }} Display */

/**
 * Opens a display that nobody looks at, as a machine without a screen needs for a window.
 *
 * @param {string} kind `x11` (Xvfb), `wayland` (Weston, which draws to nothing), or `own`: the one that is there
 * @returns {Promise<Display>} the environment that leads to it, and how to end it
 */
export async function openDisplay(kind) {
  if (kind === 'own') return { env: { ...process.env }, close: () => undefined }
  if (kind === 'x11') return xvfb()
  if (kind === 'wayland') return weston()
  throw new Error(`There is no display of the kind "${kind}": give x11, wayland or own.`)
}

/** @returns {Promise<Display>} */
async function xvfb() {
  // It chooses a free number itself and says which on descriptor 3 (Xserver manual, -displayfd).
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  let number = ''
  const channel = /** @type {import('node:stream').Readable} */ (server.stdio[3])
  channel.on('data', (chunk) => (number += chunk))
  await until(server, () => number.endsWith('\n'))
  return {
    env: { ...without('WAYLAND_DISPLAY'), DISPLAY: `:${number.trim()}`, XDG_SESSION_TYPE: 'x11' },
    close: () => server.kill(),
  }
}

/** @returns {Promise<Display>} */
async function weston() {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-wayland-'))
  const rest = without('DISPLAY')
  const env = { ...rest, XDG_RUNTIME_DIR: folder, WAYLAND_DISPLAY: 'handshake-lab', XDG_SESSION_TYPE: 'wayland' }
  const args = [
    '--backend=headless-backend.so',
    '--socket=handshake-lab',
    '--no-config',
    '--width=1440',
    '--height=900',
  ]
  const server = spawn('weston', args, {
    env: { ...rest, XDG_RUNTIME_DIR: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const close = () => {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  await until(server, () => existsSync(join(folder, 'handshake-lab')))
  return { env, close }
}

/**
 * @param {string} other the variable that would lead to another display
 * @returns {NodeJS.ProcessEnv}
 */
const without = (other) => Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== other))

/**
 * @param {import('node:child_process').ChildProcess} server
 * @param {() => boolean} open
 */
async function until(server, open) {
  let failure = ''
  server.on('error', (error) => (failure = error.message))
  server.on('exit', (code) => (failure ||= `it ended with code ${code}`))
  for (let waited = 0; !open(); waited += EVERY_MS) {
    if (failure !== '' || waited >= PATIENCE_MS) {
      server.kill()
      throw new Error(`${server.spawnfile} opened no display: ${failure || `not within ${PATIENCE_MS / 1000} s`}`)
    }
    await sleep(EVERY_MS)
  }
}
