/** `node scripts/release/install.mjs <folder of packages>`: installs the package for this system as a person would. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EXECUTABLE } from '../package/identity.mjs'

/** Where the installed program is, for this system. */
export function installedProgram() {
  if (process.platform === 'linux') return `/usr/bin/${EXECUTABLE}`
  if (process.platform === 'darwin') return '/Applications/Handshake Lab.app/Contents/MacOS/Handshake Lab'
  return join(process.env.LOCALAPPDATA ?? '', 'Programs', 'handshake-lab', `${EXECUTABLE}.exe`)
}

/** @param {string} folder */
function install(folder) {
  const find = (/** @type {RegExp} */ name) => {
    const file = readdirSync(folder).find((candidate) => name.test(candidate))
    if (file === undefined) throw new Error(`${folder} holds no ${name.source}: run "npm run package" first.`)
    return resolve(folder, file)
  }
  const arch = process.arch
  if (process.platform === 'linux') return run('sudo', ['apt-get', 'install', '--yes', find(/\.deb$/)])
  if (process.platform === 'win32') return run(find(new RegExp(`-win-${arch}.*\\.exe$`)), ['/S', '/currentuser'])
  const mount = mkdtempSync(join(tmpdir(), 'handshake-lab-dmg-'))
  run('hdiutil', ['attach', find(new RegExp(`-mac-${arch}.*\\.dmg$`)), '-nobrowse', '-mountpoint', mount])
  run('ditto', [join(mount, 'Handshake Lab.app'), '/Applications/Handshake Lab.app'])
  run('hdiutil', ['detach', mount])
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? `code ${status}`}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  install(process.argv[2] ?? 'dist/packages')
  console.log(installedProgram())
}
