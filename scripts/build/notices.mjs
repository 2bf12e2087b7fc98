import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What a package calls the file with its licence, or with what its licence wants passed on. */
const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i
const RULE = '-'.repeat(80)

/** @param {string} root the project's folder */
export const noticesFile = (root) => join(root, 'out', 'THIRD-PARTY-NOTICES.txt')

/**
 * Writes out/THIRD-PARTY-NOTICES.txt: for every package of which some code is in the build, its licence in its own
 * words, as MIT, ISC and BSD ask of everyone who passes the code on.
 *
 * @param {string} root
 * @param {readonly { name: string, version: string, license: string, folder: string }[]} packages
 */
export function writeNotices(root, packages) {
  const file = noticesFile(root)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, notices(packages))
}

/**
 * @param {readonly { name: string, version: string, license: string, folder: string }[]} packages
 * @returns {string}
 */
export function notices(packages) {
  const parts = packages.map(
    (found) => `${RULE}\n${found.name} ${found.version} (${found.license})\n\n${texts(found)}\n`,
  )
  return `Handshake Lab contains code of these packages, each under its own licence.\n\n${parts.join('\n')}`
}

/**
 * @param {{ name: string, version: string, folder: string }} found
 * @returns {string}
 */
function texts({ name, version, folder }) {
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file))
  if (files.length === 0)
    throw new Error(`${name} ${version} brings no licence text: ask its authors, or do without it.`)
  return files
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n')
}
