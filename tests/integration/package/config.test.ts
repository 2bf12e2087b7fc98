import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validateConfiguration } from 'app-builder-lib/out/util/config/config'
import { ROOT } from '../../../scripts/build-if-needed.mjs'
import { configuration } from '../../../scripts/package/config.mjs'
import { repositoryOf, type Manifest } from '../../../scripts/package/identity.mjs'

const repository = { owner: 'someone', repo: 'lab', url: 'https://github.com/someone/lab' }
const PLATFORMS = ['linux', 'darwin', 'win32'] as const

const config = (platform: (typeof PLATFORMS)[number], signed = false): ReturnType<typeof configuration> =>
  configuration({
    root: ROOT,
    output: '/nowhere',
    platform,
    signed,
    notarized: signed,
    electronVersion: '45.4.1',
    electronDist: null,
    repository,
  })

describe('the configuration of the packages', () => {
  it.each(PLATFORMS)('is one that electron-builder accepts, on %s, signed or not', async (platform) => {
    for (const signed of [true, false]) {
      await validateConfiguration(config(platform, signed), { isEnabled: false, add: () => undefined } as never)
    }
  })

  it('names files that are there', () => {
    const { linux, mac, win, nsis, deb } = config('linux')
    const named = [linux?.icon, mac?.icon, mac?.entitlements, win?.icon, nsis?.include, deb?.appArmorProfile]
    for (const file of named) expect(existsSync(file ?? ''), String(file)).toBe(true)
    expect(named).not.toContain(undefined)
  })

  it('lets a program be Node only where the wire needs it', () => {
    expect(PLATFORMS.filter((platform) => config(platform).electronFuses?.runAsNode)).toEqual(['linux'])
  })

  it('knows of updates only where they are signed, and marks what is not', () => {
    expect(config('darwin').publish).toBeNull()
    expect(config('darwin').artifactName).toContain('-unsigned')
    expect(config('darwin', true).publish).toMatchObject({ provider: 'github', owner: 'someone', repo: 'lab' })
    expect(config('darwin', true).artifactName).not.toContain('-unsigned')
    expect(config('win32', true).forceCodeSigning).toBe(true)
  })

  it('takes the place of no program that opens captures today', () => {
    expect(JSON.stringify(config('win32').win?.fileAssociations)).not.toContain('pcap')
    const mac = config('darwin').mac?.fileAssociations as { ext: unknown; rank: string }[]
    expect(mac.find(({ ext }) => JSON.stringify(ext).includes('pcap'))?.rank).toBe('Alternate')
    const installer = readFileSync(join(ROOT, 'resources/windows/installer.nsh'), 'utf8')
    expect(installer).not.toMatch(/"Software\\Classes\\\.pcap(ng)?" ""/)
  })

  it('removes from the registry every key that it writes', () => {
    const installer = readFileSync(join(ROOT, 'resources/windows/installer.nsh'), 'utf8')
    const [install = '', uninstall = ''] = installer.split('!macro customUnInstall')
    const keys = [...install.matchAll(/WriteReg\w+ SHELL_CONTEXT "([^"]+)"/g)].map(([, key]) => key ?? '')
    const gone = [...uninstall.matchAll(/DeleteReg(?:Key|Value) SHELL_CONTEXT "([^"]+)"/g)].map(([, key]) => key ?? '')
    expect(keys.length).toBeGreaterThan(4)
    for (const key of keys)
      expect(
        gone.some((removed) => key.startsWith(removed)),
        key,
      ).toBe(true)
  })

  it("lets the packaged program make user namespaces under Ubuntu's AppArmor", () => {
    const profile = readFileSync(join(ROOT, 'resources/linux/apparmor-profile'), 'utf8')
    expect(profile).toMatch(/^profile "\$\{executable\}" "\/opt\/\$\{sanitizedProductName\}\/\$\{executable\}"/m)
    expect(profile).toMatch(/^\s+userns,$/m)
    expect(dirname(config('linux').deb?.appArmorProfile ?? '')).toBe(join(ROOT, 'resources', 'linux'))
  })
})

describe('where the project lives', () => {
  const manifest = (url?: string): Manifest => ({ ...(url ? { repository: { url } } : {}) }) as Manifest

  it.each([
    ['git+https://github.com/someone/lab.git', 'https://github.com/someone/lab'],
    ['git@github.com:some.one/the-lab.git', 'https://github.com/some.one/the-lab'],
    ['https://github.com/someone/lab/', 'https://github.com/someone/lab'],
  ])('is what package.json says: %s', (said, url) => {
    expect(repositoryOf(manifest(said), { GITHUB_REPOSITORY: 'other/fork' })?.url).toBe(url)
  })

  it('is where the workflow runs, or what was cloned, unless package.json says it', () => {
    expect(repositoryOf(manifest(), { GITHUB_REPOSITORY: 'someone/lab' })).toEqual(repository)
    expect(repositoryOf(manifest(), {}, 'git@github.com:someone/lab.git')).toEqual(repository)
    expect(repositoryOf(manifest(), {}, '/somewhere/else')).toBeNull()
    expect(repositoryOf(manifest(), {})).toBeNull()
    expect(repositoryOf(manifest('https://example.com/lab'), {})).toBeNull()
  })
})
