import { constants } from 'node:os'
import { killGroup, spawnGroup } from './process-group.mjs'

/** An app that ends with an error this soon never showed its window: a missing library, a sandbox it may not have. */
const TOO_SOON_MS = 10_000
/** How long it may take to close its sockets. */
const GRACE_MS = 5000

/** @typedef {{ code: number, failedToStart: boolean }} Ended */

/**
 * Runs the desktop app until it ends. Signals are passed on once; who does not end then is ended.
 *
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {{ root: string, env: NodeJS.ProcessEnv }} where
 * @returns {Promise<Ended>}
 */
export function runDesktop(executable, args, { root, env }) {
  // Set in the terminals of editors that are Electron themselves; it would make ours a plain Node.
  const clean = { ...env }
  delete clean.ELECTRON_RUN_AS_NODE
  const startedAt = performance.now()
  const child = spawnGroup(executable, args, { cwd: root, env: clean, stdio: ['ignore', 'inherit', 'inherit'] })
  let asked = false
  /** @param {NodeJS.Signals} signal */
  const end = (signal) => {
    if (asked) return killGroup(child)
    asked = true
    child.kill(signal)
    setTimeout(() => killGroup(child), GRACE_MS).unref()
  }
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, end)
  return new Promise((settle) => {
    /** @param {number} code */
    const finish = (code) => {
      for (const signal of signals) process.off(signal, end)
      const failedToStart = !asked && code !== 0 && performance.now() - startedAt < TOO_SOON_MS
      settle({ code: asked ? 0 : code, failedToStart })
    }
    child.on('error', () => finish(1))
    child.on('exit', (code, signal) => finish(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}
