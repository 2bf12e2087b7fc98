import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Names the app to macOS (its bundle) and to Windows (its AppUserModelId). */
export const APP_ID = 'org.handshake-lab.desktop'

/**
 * What the desktop app's program is called. Not `handshake-lab`: npm installs the command line under that name, and on
 * Linux both end up in a folder of the PATH.
 */
export const EXECUTABLE = 'handshake-lab-desktop'

/** Links of this scheme lead to a scenario in the app. */
export const LINK_SCHEME = 'handshake-lab'

/**
 * @typedef {object} Manifest the part of package.json that a package says of itself
 * @property {string} name
 * @property {string} productName
 * @property {string} desktopName
 * @property {string} version
 * @property {string} description
 * @property {string} license
 * @property {string} author
 * @property {{ electron: string, [name: string]: string }} devDependencies
 * @property {string | { url: string }} [repository]
 */

/**
 * @param {string} root the project's folder
 * @returns {Manifest}
 */
export const readManifest = (root) => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/**
 * @typedef {object} Repository
 * @property {string} owner
 * @property {string} repo
 * @property {string} url of its page, without a slash at the end
 */

const GITHUB = /^(?:git\+)?(?:https:\/\/|ssh:\/\/git@|git@)github\.com[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/

/**
 * Where the project lives on GitHub: as package.json says, else the workflow that runs (GitHub, "Default environment
 * variables"), else git. A fork so releases under its own name without an edit.
 *
 * @param {Manifest} manifest
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [origin] the address that git has for it
 * @returns {Repository | null} null where none says it; then no package can link to it
 */
export function repositoryOf(manifest, env, origin = '') {
  const named = typeof manifest.repository === 'object' ? manifest.repository.url : manifest.repository
  const running = env.GITHUB_REPOSITORY ? `https://github.com/${env.GITHUB_REPOSITORY}` : origin
  const [, owner, repo] = GITHUB.exec(named ?? running) ?? []
  return owner && repo ? { owner, repo, url: `https://github.com/${owner}/${repo}` } : null
}
