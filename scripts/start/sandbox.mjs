import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * What decides whether Chromium's sandbox can start.
 *
 * @typedef {object} System
 * @property {NodeJS.Platform} platform
 * @property {number | undefined} uid of this process; undefined on Windows
 * @property {boolean} setuidHelper whether the runtime's `chrome-sandbox` belongs to root and runs as root
 * @property {boolean} namespaces whether an ordinary program may make user namespaces
 */

/**
 * Why Electron would refuse to start here with its sandbox; null where it would not. Only Linux asks for anything: no
 * root, and user namespaces or the setuid helper (Chromium documentation, "Linux SUID Sandbox").
 *
 * @param {System} system
 * @returns {string | null}
 */
export function whyNoSandbox({ platform, uid, setuidHelper, namespaces }) {
  if (platform !== 'linux') return null
  if (uid === 0) return 'Electron keeps its sandbox only for ordinary users, and this is root'
  if (setuidHelper || namespaces) return null
  return 'this system denies ordinary programs the user namespaces that Electron’s sandbox needs'
}

/**
 * @param {string | null} executable of the runtime; null where there is none yet
 * @returns {System}
 */
export function readSystem(executable) {
  return {
    platform: process.platform,
    uid: process.getuid?.(),
    setuidHelper: executable !== null && isSetuidRoot(join(dirname(executable), 'chrome-sandbox')),
    // Ubuntu since 23.10; Debian before 11; and the kernel's own limit.
    namespaces:
      readSetting('kernel/apparmor_restrict_unprivileged_userns') !== '1' &&
      readSetting('kernel/unprivileged_userns_clone') !== '0' &&
      readSetting('user/max_user_namespaces') !== '0',
  }
}

/** @param {string} path */
function isSetuidRoot(path) {
  const file = statSync(path, { throwIfNoEntry: false })
  return file !== undefined && file.uid === 0 && (file.mode & 0o4001) === 0o4001
}

/**
 * @param {string} name below /proc/sys
 * @returns {string | null} null where the kernel has no such setting
 */
function readSetting(name) {
  try {
    return readFileSync(join('/proc/sys', name), 'utf8').trim()
  } catch {
    return null
  }
}
