import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} license an SPDX expression, as the package declares it
 */

/** Code that a build tool adds under a name of its own, and the package it comes from. */
const VIRTUAL = [
  { prefix: '\0vite/', name: 'vite' },
  { prefix: '\0plugin-vue:', name: '@vitejs/plugin-vue' },
  { prefix: '\0rolldown/', name: 'rolldown' },
]

const IN_PACKAGE = /^(.*\/node_modules\/)((?:@[^/]+\/)?[^/]+)\//

/**
 * The folder of the package that a module of the bundle comes from.
 *
 * @param {string} id as the bundler has it: a path with either slash, perhaps with a query, or a name that begins with NUL
 * @param {string} root the project's folder
 * @returns {string | null} null for the project's own modules
 */
export function packageFolder(id, root) {
  const virtual = VIRTUAL.find(({ prefix }) => id.startsWith(prefix))
  if (virtual) return join(root, 'node_modules', virtual.name)
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/')
  const match = IN_PACKAGE.exec(path)
  return match ? `${match[1]}${match[2]}` : null
}

/**
 * What a package says of itself.
 *
 * @param {string} folder
 * @returns {Package}
 */
export function readPackage(folder) {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) throw new Error(`${folder} has no package.json: run "npm ci".`)
  const { name, version, license } = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof license !== 'string') throw new Error(`${name} ${version} declares no licence (${file}).`)
  return { name, version, license }
}
