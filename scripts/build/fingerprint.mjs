import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inputs } from './inputs.mjs'

/**
 * Names the sources by their content, so that a checkout, a touch or a wrong clock never hides or fakes a change.
 *
 * @param {string} root the project's folder
 * @returns {string} SHA-256, hex
 */
export function fingerprint(root) {
  const hash = createHash('sha256')
  for (const path of inputs(root)) {
    if (!existsSync(join(root, path))) continue
    const bytes = readFileSync(join(root, path))
    hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}
