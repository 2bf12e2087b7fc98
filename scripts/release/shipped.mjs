import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPackage } from '../build/packages.mjs'
import { packagesIn } from '../build/record.mjs'

/**
 * A package that reaches people, and by which way.
 *
 * @typedef {import('../build/packages.mjs').Package & { where: 'bundle' | 'npm' | 'desktop' }} Shipped
 */

/**
 * Everything that reaches people: what is in the bundle, Electron around the desktop app, and what npm installs with
 * the command line, for whatever system.
 *
 * @param {string} root the project's folder, already built
 * @returns {Shipped[]} each package once a way
 */
export function shipped(root) {
  /** @type {Shipped[]} */
  const found = packagesIn(root).map(({ name, version, license }) => ({ name, version, license, where: 'bundle' }))
  found.push({ ...readPackage(join(root, 'node_modules', 'electron')), where: 'desktop' })
  return [...found, ...installedByNpm(root)]
}

/**
 * What npm installs beside the command line, by the lock file: it also knows the packages for other systems, which
 * are not in node_modules here.
 *
 * @param {string} root
 * @returns {Shipped[]}
 */
function installedByNpm(root) {
  /** @type {{ packages: Record<string, { version: string, license?: string, dev?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const production = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev)
  return production.map(([path, { version, license }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    // Some packages say it only in their own package.json.
    const own =
      license === undefined && existsSync(join(root, path, 'package.json')) ? readPackage(join(root, path)) : null
    return { name, version, license: own?.license ?? license ?? 'unknown', where: 'npm' }
  })
}
