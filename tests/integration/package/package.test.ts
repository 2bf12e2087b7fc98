import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { extractFile, listPackage, statFile } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT, buildIfNeeded } from '../../../scripts/build-if-needed.mjs'
import { filesFrom, readRecord } from '../../../scripts/build/record.mjs'
import { standInElectron, temporaryFolder } from './stand-in'

const [folder, remove] = temporaryFolder('package')
const unpacked = join(folder, 'packages', 'linux-unpacked')
const asar = join(unpacked, 'resources', 'app.asar')

const onLinux = process.platform === 'linux'
if (!onLinux) console.info('skipped the package test: the stand-in is an Electron for Linux')

describe.runIf(onLinux)('npm run package -- --dir, with a stand-in for Electron', () => {
  beforeAll(async () => {
    const build = await buildIfNeeded({ log: () => undefined })
    if (!build.ok) throw new Error(build.message)
    const dist = await standInElectron(folder)
    const args = ['scripts/package.mjs', '--dir', '--electron-dist', dist, '--output', join(folder, 'packages')]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${stdout}\n${stderr}`)
  }, 180_000)
  afterAll(remove)

  it('packs what the build says that the app loads, byte for byte, and nothing else', () => {
    const main = readRecord(ROOT, 'main')
    const entries = Object.keys(main).filter((file) => !['cli.js', 'web.js'].includes(file) && !file.includes('/'))
    const expected = [
      ...new Set(
        entries
          .flatMap((entry) => filesFrom(main, entry))
          // Of a package that is signed alone.
          .filter((file) => !main[file]?.packages.includes('node_modules/electron-updater'))
          .map((file) => `out/main/${file}`),
      ),
      'out/preload/index.cjs',
      ...filesBelow(join(ROOT, 'out', 'renderer')).map((file) => `out/renderer/${file}`),
    ]
    const own = filesIn(asar).filter((file) => !/^(out\/wire|node_modules)\//.test(file))
    expect(own.sort()).toEqual(['LICENSE', 'THIRD-PARTY-NOTICES.txt', 'package.json', ...expected].sort())
    for (const file of [...expected, 'LICENSE']) {
      expect(extractFile(asar, file).equals(readFileSync(join(ROOT, file))), file).toBe(true)
    }
    expect(extractFile(asar, 'THIRD-PARTY-NOTICES.txt').toString()).toMatch(/^@vue\/runtime-core \d.*\(MIT\)$/m)
  })

  it('holds in its asar all that the app loads besides Electron and Node', () => {
    const files = new Set(filesIn(asar))
    const main = readRecord(ROOT, 'main')
    const packed = Object.entries(main).filter(([file]) => files.has(`out/main/${file}`))
    expect(packed.length).toBeGreaterThan(3)
    const foreign = packed.flatMap(([, { externals }]) => externals).filter((name) => !isBuiltin(name))
    for (const name of new Set(foreign)) {
      if (name !== 'electron') expect(files.has(`node_modules/${name}/package.json`), name).toBe(true)
    }
    const packages = [...files].flatMap((file) => /^node_modules\/(@[^/]+\/[^/]+|[^/]+)\//.exec(file)?.[1] ?? [])
    expect(packages.filter((name) => !/^(koffi|@koromix\/koffi-linux-\w+)$/.test(name))).toEqual([])
  })

  it('keeps as files what other programs open, with all that they load, and the asar small', () => {
    const others = filesIn(asar).filter((file) => /^(out\/wire|node_modules)\//.test(file))
    for (const file of others) expect(existsSync(join(`${asar}.unpacked`, file)), file).toBe(true)
    if (others.length > 0) {
      // As the ends of the wire do, from where they lie.
      const load = "console.log(require('node:module').createRequire(process.argv[1])('koffi').sizeof('int'))"
      const end = join(`${asar}.unpacked`, 'out', 'wire', 'end.mjs')
      expect(spawnSync(process.execPath, ['-e', load, end], { encoding: 'utf8' })).toMatchObject({ stdout: '4\n' })
    }
    expect(statSync(asar).size).toBeLessThan(2.4e6)
  })

  it('says of itself what Electron and the desktop read, and no more', () => {
    const manifest = JSON.parse(extractFile(asar, 'package.json').toString()) as Record<string, unknown>
    expect(manifest).toMatchObject({
      name: 'handshake-lab',
      productName: 'Handshake Lab',
      desktopName: 'handshake-lab-desktop.desktop',
      type: 'module',
      main: 'out/main/index.js',
    })
    expect(filesIn(asar)).toContain(manifest['main'])
    expect(Object.keys(manifest).filter((key) => /scripts|ependencies|bin|files/.test(key))).toEqual([])
  })

  it('has a program of another name than the command that npm installs, with its fuses set', async () => {
    const { bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { bin: object }
    expect(Object.keys(bin)).not.toContain('handshake-lab-desktop')
    expect(readdirSync(unpacked)).not.toContain('handshake-lab')
    const wire = await getCurrentFuseWire(join(unpacked, 'handshake-lab-desktop'))
    const state = (fuse: FuseV1Options): string => String.fromCharCode(Number(wire[fuse]))
    const on = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ]
    for (let fuse = FuseV1Options.RunAsNode; fuse <= FuseV1Options.GrantFileProtocolExtraPrivileges; fuse++) {
      expect(state(fuse), FuseV1Options[fuse]).toBe(on.includes(fuse) ? '1' : '0')
    }
  })

  it("passes on Electron's and Chromium's licences, drops Electron's welcome and the languages that we do not speak", () => {
    expect(readdirSync(unpacked)).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']))
    expect(readdirSync(join(unpacked, 'resources'))).not.toContain('default_app.asar')
    expect(readdirSync(join(unpacked, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak', 'zh-TW.pak'])
  })
})

/** The files of an archive, with forward slashes. */
function filesIn(archive: string): string[] {
  const paths = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
  return paths.filter((path) => !('files' in statFile(archive, path)))
}

/** The files below a folder, relative to it. */
function filesBelow(from: string): string[] {
  const entries = readdirSync(from, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.map((file) => file.slice(from.length + 1).replaceAll('\\', '/'))
}
