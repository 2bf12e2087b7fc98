/** `npm run package`: makes what people install, for this system. */
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
  --arch <arch>           x64 or arm64; that of this machine unless given
  --electron-dist <dir>   an unpacked Electron to pack; downloaded unless given
  --output <dir>          where to; dist/packages unless given
  --help                  show this

On Linux: .deb, .rpm and AppImage; on macOS: .dmg and .zip; on Windows: an installer. Signed where CSC_LINK or
WIN_CSC_LINK names a certificate (electron-builder's documentation, "Code Signing").`

const ARCHES = /** @type {const} */ (['x64', 'arm64'])
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
  for (const file of await pack(read)) console.log(file)
  return 0
}

/**
 * @typedef {{ help: boolean, dir: boolean, arch: (typeof ARCHES)[number], platform: keyof typeof SYSTEMS, dist: string | null,
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
        arch: { type: 'string', default: process.arch },
        'electron-dist': { type: 'string' },
        output: { type: 'string', default: join(ROOT, 'dist', 'packages') },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const arch = ARCHES.find((known) => known === values.arch)
    if (!arch) return { message: `--arch ${values.arch}: give ${ARCHES.join(' or ')}.` }
    const { platform } = process
    if (!(platform in SYSTEMS)) return { message: `There are no packages for ${platform}: use "npm start".` }
    const dist = values['electron-dist'] === undefined ? null : resolve(values['electron-dist'])
    if (dist !== null && !existsSync(dist)) return { message: `--electron-dist ${dist}: there is no such folder.` }
    const system = /** @type {keyof typeof SYSTEMS} */ (platform)
    return { help: values.help, dir: values.dir, arch, platform: system, dist, output: resolve(values.output) }
  } catch (error) {
    return { message: `${error instanceof Error ? error.message : error} ("--help" shows what there is.)` }
  }
}

/**
 * @param {Options} options
 * @returns {Promise<string[]>} the packages
 */
async function pack({ dir, arch, platform, dist, output }) {
  // Loaded only now: it is large, and --help should not wait for it.
  const { Arch, Platform, build } = await import('electron-builder')
  const manifest = readManifest(ROOT)
  const repository = repositoryOf(manifest, process.env)
  const folder = join(output, 'stage')
  mkdirSync(output, { recursive: true })
  stage({ root: ROOT, folder, platform, arch, repository })
  const system = Platform.fromString(SYSTEMS[platform])
  return build({
    // Not the project's own: electron-builder would pack the packages of its node_modules.
    projectDir: folder,
    targets: system.createTarget(dir ? ['dir'] : TARGETS[platform], Arch[arch]),
    publish: 'never',
    config: configuration({
      root: ROOT,
      output,
      platform,
      signed: Boolean(process.env.CSC_LINK || process.env.WIN_CSC_LINK),
      // The version that the lock file chose, which the tests ran with.
      electronVersion: readPackage(join(ROOT, 'node_modules', 'electron')).version,
      electronDist: dist,
      repository,
    }),
  })
}
