import { spawnSync } from 'node:child_process'

/**
 * Runs npm, alike on every system: on Windows it is a batch file, which only a shell can start.
 *
 * @param {string[]} args without spaces or characters that a shell reads
 * @param {string} cwd
 */
export function npm(args, cwd) {
  const { status } = spawnSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with code ${status}`)
}
