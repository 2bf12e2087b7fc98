import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/handshake-lab', import.meta.url))

/**
 * Unpacks the Chromium of `@sparticuz/chromium` once, into node_modules/.cache rather than the shared temp folder (where
 * an interrupted run would leave half a browser for ever after), with the libraries a bare system lacks (NSS, NSPR).
 *
 * @returns the executable, and the environment in which it starts
 */
export async function unpackBundledChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const home = join(CACHE, `chromium-${version(dirname(entry))}`)
  if (!existsSync(home)) unpack(pathToFileURL(entry).href, home)
  const env: Record<string, string> = {}
  if (!starts(join(home, 'chromium'), env)) env['LD_LIBRARY_PATH'] = libraryPath(join(home, 'al2023', 'lib'))
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = join(home, 'fonts')
  return { executablePath: join(home, 'chromium'), env }
}

/** In a process of its own, because the package reads the folder and the system it is on from the environment. */
function unpack(entry: string, home: string): void {
  mkdirSync(CACHE, { recursive: true })
  const fresh = mkdtempSync(join(CACHE, 'unpacking-'))
  const script = `import chromium from ${JSON.stringify(entry)}; await (chromium.default ?? chromium).executablePath()`
  // The package adds its libraries only where it takes the system for Amazon's; they serve any glibc system.
  const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env,
    encoding: 'utf8',
  })
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Error(`Chromium from npm could not be unpacked into ${fresh}: ${stderr.trim()}`)
  }
  moveUnlessThere(fresh, home)
}

/** Whoever unpacked at the same time has put the same there. */
function moveUnlessThere(fresh: string, home: string): void {
  try {
    renameSync(fresh, home)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}

function starts(executable: string, env: Record<string, string>): boolean {
  return spawnSync(executable, ['--version'], { env: { ...process.env, ...env } }).status === 0
}

function libraryPath(folder: string): string {
  const before = process.env['LD_LIBRARY_PATH']
  return before === undefined || before === '' ? folder : `${folder}:${before}`
}

function version(from: string): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (!existsSync(file)) continue
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string }
    if (name === '@sparticuz/chromium' && version !== undefined) return version
  }
  return 'unknown'
}
