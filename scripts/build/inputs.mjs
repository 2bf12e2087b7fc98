import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What records the modules of a build and writes their notices, and what bundles the program at an end of a wire. */
const PLUGINS = ['notices', 'packages', 'record', 'wire-end'].map((name) => `scripts/build/${name}.mjs`)
/** Everything that the build's result depends on; the lock file stands for the versions in node_modules. */
const FOLDERS = ['src']
const FILES = ['electron.vite.config.ts', 'tsconfig.base.json', 'package.json', 'package-lock.json', ...PLUGINS]

/**
 * The files that the build reads, some of which may not be there.
 *
 * @param {string} root the project's folder
 * @returns {string[]} relative, with forward slashes, so that every system names them alike
 */
export const inputs = (root) => [...FOLDERS.flatMap((folder) => filesIn(root, folder)), ...FILES]

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(root, folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesIn(root, path) : [path]
  })
}
