import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Where the executable lies inside an unpacked Electron, as its own installer has it. */
const EXECUTABLES = /** @type {Partial<Record<NodeJS.Platform, string>>} */ ({
  darwin: 'Electron.app/Contents/MacOS/Electron',
  mas: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
})

/**
 * Looks for an Electron runtime without asking the `electron` package, which would start a download by itself.
 *
 * @param {string} root the project's folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ executable: string } | { missing: string, fetchable: boolean }}
 */
export function findRuntime(root, env) {
  const home = join(root, 'node_modules', 'electron')
  const names = [readName(join(home, 'path.txt')), EXECUTABLES[process.platform] ?? 'electron']
  const override = env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const executable = [...names, 'electron'].map((name) => join(override, name ?? '')).find(isExecutable)
    if (executable) return { executable }
    return { missing: `ELECTRON_OVERRIDE_DIST_PATH is ${override}, which holds no Electron`, fetchable: false }
  }
  const executable = names[0] ? join(home, 'dist', names[0]) : ''
  if (isExecutable(executable)) return { executable }
  return existsSync(join(home, 'install.js'))
    ? { missing: 'the Electron runtime is not installed', fetchable: true }
    : { missing: 'the electron package is not installed', fetchable: false }
}

/** @param {string} path */
function readName(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
