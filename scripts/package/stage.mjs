import { cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { noticesFile } from '../build/notices.mjs'
import { filesFrom, readRecord } from '../build/record.mjs'
import { readManifest } from './identity.mjs'

/** Entries of main that belong to the other hosts; the desktop app has no command line and no server. */
const OTHER_HOSTS = ['cli.js', 'web.js']

const UPDATER = 'node_modules/electron-updater'

/** What the foreign function interface needs when it runs; its C++ and its manual stay behind. */
const RUNS = /(package\.json|LICENSE\.txt|\.(js|cjs|node))$/

/**
 * Lays out the desktop app as it is packed: a minimal package.json, what the build's own record says that the app
 * loads, and the licences. Nothing is copied because it happens to lie in a folder.
 *
 * @param {object} options
 * @param {string} options.root the project's folder, already built
 * @param {string} options.folder where to; emptied first
 * @param {NodeJS.Platform} options.platform the one that the package is for
 * @param {string} options.arch as Node names it
 * @param {import('./identity.mjs').Repository | null} options.repository
 * @param {boolean} options.updates whether the package knows where its updates are
 */
export function stage({ root, folder, platform, arch, repository, updates }) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const main = readRecord(root, 'main')
  const imported = new Set(Object.values(main).flatMap(({ imports }) => imports))
  const entries = Object.keys(main).filter((file) => !imported.has(file) && !OTHER_HOSTS.includes(file))
  const all = [...new Set(entries.flatMap((entry) => filesFrom(main, entry)))]
  // A package that nobody signed never replaces itself, so it has no need of what would.
  const files = updates ? all : all.filter((file) => !main[file]?.packages.includes(UPDATER))

  const copy = (/** @type {string} */ path) => cpSync(join(root, path), join(folder, path), { recursive: true })
  for (const file of files) copy(`out/main/${file}`)
  for (const file of filesFrom(readRecord(root, 'preload'), 'index.cjs')) copy(`out/preload/${file}`)
  copy('out/renderer')
  copy('LICENSE')
  cpSync(noticesFile(root), join(folder, 'THIRD-PARTY-NOTICES.txt'))
  writeFileSync(join(folder, 'package.json'), packageJson(root, repository))
  const foreign = externals(main, files)
  if (foreign.length > 0) {
    throw new Error(`The desktop app loads ${foreign.join(', ')} from outside its bundle: make it a devDependency.`)
  }
  // There is a wire only on Linux; its ends are processes of their own, which call the system by way of koffi.
  if (platform === 'linux' && existsSync(join(root, 'out', 'wire'))) {
    copy('out/wire')
    copyKoffi({ root, folder, arch })
  }
}

/**
 * What Electron and electron-builder read of a package.json, and no more.
 *
 * @param {string} root
 * @param {import('./identity.mjs').Repository | null} repository
 */
function packageJson(root, repository) {
  const { name, productName, desktopName, version, description, license, author } = readManifest(root)
  const where = repository ? { homepage: repository.url, repository: `${repository.url}.git` } : {}
  const said = { name, productName, desktopName, version, description, license, author, ...where }
  return `${JSON.stringify({ ...said, type: 'module', main: 'out/main/index.js' }, null, 2)}\n`
}

/**
 * The packages that the files load from outside the bundle. Electron itself is none of them.
 *
 * @param {import('../build/record.mjs').Part} main
 * @param {string[]} files
 */
function externals(main, files) {
  const named = files.flatMap((file) => main[file]?.externals ?? [])
  return [...new Set(named)].filter((name) => name !== 'electron' && !isBuiltin(name))
}

/** @param {{ root: string, folder: string, arch: string }} options */
function copyKoffi({ root, folder, arch }) {
  const binary = `@koromix/koffi-linux-${arch}`
  const parts = ['package.json', 'index.js', `linux_${arch}`].map((file) => `${binary}/${file}`)
  for (const part of [
    'koffi/package.json',
    'koffi/LICENSE.txt',
    'koffi/index.js',
    'koffi/index.cjs',
    'koffi/src',
    ...parts,
  ]) {
    const path = join('node_modules', part)
    if (!existsSync(join(root, path))) throw new Error(`${path} is not installed: run "npm ci" on Linux ${arch}.`)
    const runs = (/** @type {string} */ file) => statSync(file).isDirectory() || RUNS.test(file)
    cpSync(join(root, path), join(folder, path), { recursive: true, filter: runs })
  }
}
