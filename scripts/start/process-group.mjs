import { spawn, spawnSync } from 'node:child_process'

/**
 * Starts a program in a process group of its own, so that it can be ended with everything it started, and so that a
 * Ctrl-C in the terminal reaches only this process, which passes it on once.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function spawnGroup(command, args, options) {
  return spawn(command, args, { ...options, detached: process.platform !== 'win32', windowsHide: true })
}

/**
 * Ends a group started by `spawnGroup`, whatever state it is in.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export function killGroup(child) {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' })
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    // ESRCH: all of it has ended already.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}
