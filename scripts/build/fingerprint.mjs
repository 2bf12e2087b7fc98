import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Everything that the build's result depends on; the lock file stands for the versions in node_modules. */
const INPUTS = ['src', 'electron.vite.config.ts', 'tsconfig.base.json', 'package.json', 'package-lock.json']

/**
 * Names the sources by their content, so that a checkout, a touch or a wrong clock never hides or fakes a change.
 *
 * @param {string} root the project's folder
 * @returns {string} SHA-256, hex
 */
export function fingerprint(root) {
  const hash = createHash('sha256')
  for (const path of INPUTS.flatMap((input) => files(root, input))) {
    const bytes = readFileSync(join(root, path))
    hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} path relative, with forward slashes, so that every system hashes the same names
 * @returns {string[]}
 */
function files(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  const names = readdirSync(join(root, path)).sort()
  return names.flatMap((name) => files(root, `${path}/${name}`))
}
