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
 * @param {{ name: string, version: string, license: string, folder: string }} found
 * @returns {string}
 */
function texts({ name, version, license, folder }) {
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file))
  if (files.length === 0 && license === 'MIT') return `${holder(folder)}\n\n${MIT}`
  if (files.length === 0) throw new Error(`${name} ${version} (${license}) brings no licence text: do without it.`)
  return files
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n')
}

/**
 * Who holds the rights to a package that declares MIT and brings no text: as far as its package.json says.
 *
 * @param {string} folder
 * @returns {string}
 */
function holder(folder) {
  const { author, name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return `Copyright (c) ${(typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`}`
}

/** The words of the MIT licence (SPDX License List, "MIT"). */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
