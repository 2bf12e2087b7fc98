import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { writeNotices } from './notices.mjs'
import { packageFolder, readPackage } from './packages.mjs'

/**
 * What one file of a build holds and needs.
 *
 * @typedef {object} Chunk
 * @property {string[]} imports the files of the same build that it loads, at once or later
 * @property {string[]} externals what it loads from outside the build: packages, and Node's built-ins
 * @property {string[]} packages the folders of the packages whose code is in it, relative to the project, with `/`
 *
 * @typedef {Record<string, Chunk>} Part by file name, relative to the part's folder in out/
 */

/** The parts of a build; each has a folder of its own in out/. */
export const PARTS = /** @type {const} */ (['main', 'preload', 'renderer'])

/** @typedef {(typeof PARTS)[number]} PartName */

/**
 * A Vite plugin that writes down what the bundler put into each file: out/modules/<part>.json. The licence notices, the list of
 * materials and the files of the desktop package are all made from this record, never from package.json, which says
 * what was asked for rather than what is shipped.
 *
 * @param {string} root the project's folder
 * @param {PartName} part
 * @returns {import('vite').Plugin}
 */
export function recordModules(root, part) {
  return {
    name: 'handshake-lab:record-modules',
    apply: 'build',
    buildStart() {
      // electron-vite builds the parts one after the other: what an older build left may name packages that are gone.
      if (part === PARTS[0]) rmSync(join(root, 'out', 'modules'), { recursive: true, force: true })
    },
    generateBundle(_options, bundle) {
      /** @type {Part} */
      const chunks = {}
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue
        const loads = [...output.imports, ...output.dynamicImports]
        const rendered = Object.entries(output.modules).filter(([, { renderedLength }]) => renderedLength > 0)
        const folders = rendered.map(([id]) => packageFolder(id, root)).filter((folder) => folder !== null)
        chunks[output.fileName] = {
          imports: unique(loads.filter((name) => name in bundle)),
          externals: unique(loads.filter((name) => !(name in bundle))),
          packages: unique(folders.map((folder) => relative(root, folder).replaceAll('\\', '/'))),
        }
      }
      mkdirSync(join(root, 'out', 'modules'), { recursive: true })
      writeFileSync(recordFile(root, part), `${JSON.stringify(chunks, null, 2)}\n`)
    },
    writeBundle() {
      writeNotices(root, packagesIn(root))
    },
  }
}

/**
 * @param {string} root
 * @param {PartName} part
 * @returns {Part}
 */
export function readRecord(root, part) {
  const file = recordFile(root, part)
  if (!existsSync(file)) throw new Error(`${relative(root, file)} is not there: run "npm run build".`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

/**
 * The files that one entry of a part loads, directly or not, itself first.
 *
 * @param {Part} part
 * @param {string} entry
 * @returns {string[]}
 */
export function filesFrom(part, entry) {
  const found = new Set([entry])
  // A set grows while it is walked, and the walk goes on over what came.
  for (const file of found) for (const name of part[file]?.imports ?? []) found.add(name)
  return [...found]
}

/**
 * Every package of which some code is in a build, by name and version.
 *
 * @param {string} root
 * @returns {(import('./packages.mjs').Package & { folder: string })[]} folder: absolute
 */
export function packagesIn(root) {
  const parts = PARTS.filter((part) => existsSync(recordFile(root, part))).map((part) => readRecord(root, part))
  const folders = unique(parts.flatMap((part) => Object.values(part).flatMap(({ packages }) => packages)))
  const found = new Map()
  for (const folder of folders.map((path) => join(root, path))) {
    const { name, version, license } = readPackage(folder)
    found.set(`${name}@${version}`, { name, version, license, folder })
  }
  return [...found.keys()].sort().map((key) => found.get(key))
}

/**
 * @param {string} root
 * @param {PartName} part
 */
const recordFile = (root, part) => join(root, 'out', 'modules', `${part}.json`)

/** @param {string[]} names */
const unique = (names) => [...new Set(names)].sort()
