import { join } from 'node:path'
import { killGroup, spawnGroup } from './process-group.mjs'

/** Nobody waits for it, so a slow line may take its time; a server that never answers must end some day. */
const LIMIT_MS = 10 * 60_000

/**
 * @typedef {{ ok: true } | { ok: false, why: string }} Fetched
 * @typedef {{ done: Promise<Fetched>, stop(): void }} Fetch
 */

/**
 * Runs Electron's own installer. It can hang, and it leaves children behind when only itself is ended: hence the group
 * and the limit.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {number} [limit] milliseconds
 * @returns {Fetch}
 */
export function fetchRuntime(root, env, limit = LIMIT_MS) {
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  const child = spawnGroup(process.execPath, [installer], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] })
  let output = ''
  let late = false
  child.stderr?.on('data', (chunk) => (output = (output + chunk).slice(-4000)))
  const timer = setTimeout(() => {
    late = true
    killGroup(child)
  }, limit)
  timer.unref()
  const done = new Promise((/** @type {(fetched: Fetched) => void} */ settle) => {
    child.on('error', (error) => settle({ ok: false, why: error.message }))
    // `exit`, not `close`: a child of the installer may hold the pipe open.
    child.on('exit', (code) => {
      clearTimeout(timer)
      if (code === 0) settle({ ok: true })
      else settle({ ok: false, why: late ? `no answer within ${limit / 1000} s` : lastWords(output, code) })
    })
  })
  return { done, stop: () => killGroup(child) }
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
