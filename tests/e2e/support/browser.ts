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
 * Finds the browser for the end-to-end tests: HANDSHAKE_LAB_CHROMIUM (a path, or `bundled`), else an installed
 * Chromium or Chrome, else the one that comes with npm.
 *
 * @throws Error that says what to do where none can be had
 */
export async function findBrowser(): Promise<Browser> {
  const wanted = process.env['HANDSHAKE_LAB_CHROMIUM']
  if (wanted === 'bundled') return bundled()
  if (wanted !== undefined && wanted !== '') {
    if (!isExecutable(wanted)) throw new Error(`HANDSHAKE_LAB_CHROMIUM is ${wanted}, which is not an executable file.`)
    return { executablePath: wanted, args: args(), env: {}, source: 'environment' }
  }
  const installed = findInstalled()
  return installed === null ? bundled() : { executablePath: installed, args: args(), env: {}, source: 'installed' }
}

async function bundled(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium or Chrome found. Install one, or set HANDSHAKE_LAB_CHROMIUM to its path.')
  }
  const { executablePath, env } = await unpackBundledChromium()
  const { status, stderr } = spawnSync(executablePath, ['--version'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (status !== 0) {
    throw new Error(
      `The Chromium that comes with npm does not start here (${stderr.trim().split('\n')[0] ?? ''}). ` +
        'Install Chromium (Debian: apt install chromium), or set HANDSHAKE_LAB_CHROMIUM to the path of one.',
    )
  }
  return { executablePath, args: args(), env, source: 'bundled' }
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
