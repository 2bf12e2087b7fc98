import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../../scripts/build-if-needed.mjs'
import { temporaryFolder } from './stand-in'

const [folder, remove] = temporaryFolder('npm')
const anywhere = join(folder, 'a folder of somebody')
const windows = process.platform === 'win32'
const command = windows ? join(folder, 'prefix', 'handshake-lab.cmd') : join(folder, 'prefix', 'bin', 'handshake-lab')

/** A batch file on Windows, which only a shell starts. */
const run = (program: string, args: string[], cwd: string): ReturnType<typeof spawnSync> =>
  spawnSync(windows ? `"${program}"` : program, args, { cwd, encoding: 'utf8', shell: windows })

let packed: string[] = []

describe('the npm package', () => {
  beforeAll(() => {
    mkdirSync(anywhere)
    const pack = run('npm', ['pack', '--json', '--pack-destination', folder], ROOT)
    const [{ filename, files }] = JSON.parse(String(pack.stdout)) as [{ filename: string; files: { path: string }[] }]
    packed = files.map(({ path }) => path)
    const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
    const tarball = join(folder, filename)
    const installed = run('npm', ['install', '--global', '--prefix', join(folder, 'prefix'), tarball, ...quiet], folder)
    if (installed.status !== 0) throw new Error(`${String(installed.stdout)}\n${String(installed.stderr)}`)
  }, 180_000)
  afterAll(remove)

  it('holds the built app, its licences, and none of the marks that the build leaves for itself', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'out/THIRD-PARTY-NOTICES.txt',
        'out/main/cli.js',
        'package.json',
      ]),
    )
    const foreign = packed.filter(
      (path) => !/^(LICENSE|README\.md|package\.json|out\/(main|preload|renderer|wire)\/)/.test(path),
    )
    expect(foreign).toEqual(['out/THIRD-PARTY-NOTICES.txt'])
    expect(packed.filter((path) => /(^|\/)\./.test(path))).toEqual([])
  })

  it('installs a command that plays a scenario and draws it, in any folder', () => {
    const played = run(command, ['run', 'connect-then-client-end', '--svg', 'a.svg', '--png', 'a.png'], anywhere)
    expect(played, String(played.stderr)).toMatchObject({ status: 0 })
    expect(readFileSync(join(anywhere, 'a.svg'), 'utf8')).toMatch(/^<svg [\s\S]*SYN/)
    expect(readFileSync(join(anywhere, 'a.png')).subarray(1, 4).toString()).toBe('PNG')
  })

  it('installs a command that serves the app', async () => {
    const cli = join(folder, 'prefix', windows ? '' : 'lib', 'node_modules', 'handshake-lab', 'out', 'main', 'cli.js')
    const host = spawn(process.execPath, [cli, 'serve'], { cwd: anywhere })
    try {
      const url = await new Promise<string>((found, fail) => {
        let said = ''
        const listen = (chunk: Buffer): void => {
          said += chunk.toString()
          const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0]
          if (address !== undefined) found(address)
        }
        host.stdout.on('data', listen)
        host.stderr.on('data', listen)
        host.on('exit', (code) => fail(new Error(`serve ended with code ${code}: ${said}`)))
      })
      const status = await new Promise((done, fail) =>
        get(url, (page) => done(page.resume().statusCode)).on('error', fail),
      )
      expect(status).toBe(200)
    } finally {
      host.kill()
    }
  })
})
