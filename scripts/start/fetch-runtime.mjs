import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { killGroup, spawnGroup } from './process-group.mjs'

const COUNT_BYTES = pathToFileURL(fileURLToPath(new URL('./count-bytes.mjs', import.meta.url))).href

/**
 * @typedef {{ bytes: number, total: number | null }} Progress what has come so far; null where the server did not say
 *   how much there is
 * @typedef {{ ok: true } | { ok: false, why: string }} Fetched
 * @typedef {object} Fetch
 * @property {Promise<Fetched>} done
 * @property {() => Progress | null} progress of the download; null before its first byte
 * @property {() => string} trace of what has been done: it changes while the fetch moves
 * @property {() => void} stop
 */

/**
 * Runs Electron's own installer, which downloads and then unpacks. It leaves children behind when only itself is ended:
 * hence the group.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Fetch}
 */
export function fetchRuntime(root, env) {
  const home = join(root, 'node_modules', 'electron')
  const child = spawnGroup(process.execPath, ['--import', COUNT_BYTES, join(home, 'install.js')], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let output = ''
  /** @type {Progress | null} */
  let progress = null
  child.stderr?.on('data', (chunk) => (output = (output + chunk).slice(-4000)))
  child.on('message', (message) => (progress = /** @type {Progress} */ (message)))
  const done = new Promise((/** @type {(fetched: Fetched) => void} */ settle) => {
    child.on('error', (error) => settle({ ok: false, why: error.message }))
    // `exit`, not `close`: a child of the installer may hold the pipe open.
    child.on('exit', (code) => settle(code === 0 ? { ok: true } : { ok: false, why: lastWords(output, code) }))
  })
  return {
    done,
    progress: () => progress,
    trace: () => `${progress?.bytes ?? 0} ${sizeOf(join(home, 'dist'))}`,
    stop: () => killGroup(child),
  }
}

/**
 * The bytes below a folder, which grow while the runtime is unpacked into it.
 *
 * @param {string} folder
 * @returns {number} 0 where there is none
 */
function sizeOf(folder) {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
  } catch {
    return 0
  }
}

/**
 * The line that names the error, without its stack.
 *
 * @param {string} output
 * @param {number | null} code
 */
function lastWords(output, code) {
  const line = output.split('\n').find((text) => /^\s*(Uncaught )?\w*Error\b/.test(text))
  return line?.trim() ?? `its installer ended with code ${code}`
}
