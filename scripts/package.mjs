/** `npm run package`: makes what people install, for this system. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT, buildIfNeeded } from './build-if-needed.mjs'
import { readPackage } from './build/packages.mjs'
import { SYSTEMS, configuration } from './package/config.mjs'
import { readManifest, repositoryOf } from './package/identity.mjs'
import { stage } from './package/stage.mjs'

const USAGE = `npm run package [-- options]

  --dir                   only the folder that a package would hold, not the package
  --arch <arch>           x64 or arm64, or both (--arch x64 --arch arm64); that of this machine unless given
  --electron-dist <dir>   an unpacked Electron to pack; downloaded unless given
  --output <dir>          where to; dist/packages unless given
  --help                  show this

On Linux: .deb, .rpm and AppImage; on macOS: .dmg and .zip; on Windows: an installer. Signed where CSC_LINK or
WIN_CSC_LINK names a certificate (electron-builder's documentation, "Code Signing").`

const ARCHES = /** @type {const} */ (['x64', 'arm64'])
const NO_PAGE =
  'A .deb names the page of the project, and neither package.json nor git has one: set GITHUB_REPOSITORY=owner/name.'
const TARGETS = { linux: ['deb', 'rpm', 'AppImage'], darwin: ['dmg', 'zip'], win32: ['nsis'] }

process.exitCode = await main(process.argv.slice(2))

/** @param {string[]} args */
async function main(args) {
  const read = readOptions(args)
  if ('message' in read) {
    console.error(read.message)
    return 2
  }
  if (read.help) {
    console.log(USAGE)
    return 0
  }
  const build = await buildIfNeeded()
  if (!build.ok) {
    console.error(build.message)
    return 1
  }
  try {
    for (const file of await pack(read)) console.log(file)
    return 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
}

/**
 * @typedef {(typeof ARCHES)[number]} Arch
 * @typedef {{ help: boolean, dir: boolean, arches: Arch[], platform: keyof typeof SYSTEMS, dist: string | null,
 *   output: string }} Options
 * @param {string[]} args
 * @returns {Options | { message: string }}
 */
function readOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        dir: { type: 'boolean', default: false },
        arch: { type: 'string', multiple: true, default: [process.arch] },
        'electron-dist': { type: 'string' },
        output: { type: 'string', default: join(ROOT, 'dist', 'packages') },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const arches = ARCHES.filter((known) => values.arch.includes(known))
    const unknown = values.arch.find((arch) => !arches.some((known) => known === arch))
    if (unknown !== undefined) return { message: `--arch ${unknown}: give ${ARCHES.join(' or ')}.` }
    const { platform } = process
    // The wire's part that is compiled is installed for this machine only.
    if (platform === 'linux' && arches.length > 1) return { message: 'On Linux: one --arch at a time.' }
    if (!(platform in SYSTEMS)) return { message: `There are no packages for ${platform}: use "npm start".` }
    const dist = values['electron-dist'] === undefined ? null : resolve(values['electron-dist'])
    if (dist !== null && !existsSync(dist)) return { message: `--electron-dist ${dist}: there is no such folder.` }
    const system = /** @type {keyof typeof SYSTEMS} */ (platform)
    return { help: values.help, dir: values.dir, arches, platform: system, dist, output: resolve(values.output) }
  } catch (error) {
    return { message: `${error instanceof Error ? error.message : error} ("--help" shows what there is.)` }
  }
}

/**
 * @param {Options} options
 * @returns {Promise<string[]>} the packages
 */
async function pack({ dir, arches, platform, dist, output }) {
  forgetEmptySecrets()
  // Loaded only now: it is large, and --help should not wait for it.
  const { Arch, Platform, build } = await import('electron-builder')
  const manifest = readManifest(ROOT)
  const repository = repositoryOf(manifest, process.env, origin())
  if (!repository && !dir && platform === 'linux') throw new Error(NO_PAGE)
  const folder = join(output, 'stage')
  mkdirSync(output, { recursive: true })
  const config = configuration({
    root: ROOT,
    output,
    platform,
    signed: Boolean(process.env.CSC_LINK ?? process.env.WIN_CSC_LINK),
    notarized: Boolean(process.env.APPLE_ID ?? process.env.APPLE_API_KEY),
    // The version that the lock file chose, which the tests ran with.
    electronVersion: readPackage(join(ROOT, 'node_modules', 'electron')).version,
    electronDist: dist,
    repository,
  })
  stage({ root: ROOT, folder, platform, arch: arches[0] ?? 'x64', repository, updates: config.publish !== null })
  const system = Platform.fromString(SYSTEMS[platform])
  return build({
    // Not the project's own: electron-builder would pack the packages of its node_modules.
    projectDir: folder,
    targets: system.createTarget(dir ? ['dir'] : TARGETS[platform], ...arches.map((arch) => Arch[arch])),
    publish: 'never',
    config,
  })
}

/** The address of the repository that this folder was cloned from; empty where it was not. */
function origin() {
  const { stdout } = spawnSync('git', ['remote', 'get-url', 'origin'], { cwd: ROOT, encoding: 'utf8' })
  return stdout?.trim() ?? ''
}

/** A workflow hands on a secret that it has not got as an empty text, which electron-builder takes for the name of a file. */
function forgetEmptySecrets() {
  for (const name of Object.keys(process.env)) {
    if (/^(WIN_)?CSC_|^APPLE_/.test(name) && process.env[name] === '') Reflect.deleteProperty(process.env, name)
  }
}
