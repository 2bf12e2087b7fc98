import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { glance } from './build/glance.mjs'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What a whole build leaves behind. */
const OUTPUTS = [
  'main/index.js',
  'main/cli.js',
  'main/web.js',
  'preload/index.cjs',
  'renderer/index.html',
  'wire/end.mjs',
]

/**
 * Builds the app into `out/` unless that folder already holds a build of exactly these sources. Safe to call from
 * several processes at once. Says what it does on standard error, so that a command's own output stays clean.
 *
 * @param {{ root?: string, log?: (line: string) => void, now?: () => number }} [options] `now` in milliseconds since 1970
 * @returns {Promise<{ ok: true, built: boolean } | { ok: false, message: string }>}
 */
export async function buildIfNeeded({ root = ROOT, log = console.error, now = Date.now } = {}) {
  const out = join(root, 'out')
  const seen = glance(root, now())
  if (isSeen(out, seen.text)) return { ok: true, built: false }
  // Loaded only now: most runs need neither.
  const [{ fingerprint }, { withLock }] = await Promise.all([
    import('./build/fingerprint.mjs'),
    import('./build/lock.mjs'),
  ])
  const sources = fingerprint(root)
  if (isFresh(out, sources)) {
    // What was looked at before it was read is what was read, if it had settled.
    if (seen.settled) writeFileSync(join(out, '.seen'), `${sources}\n${seen.text}`)
    return { ok: true, built: false }
  }
  return withLock(join(out, '.lock'), async () => {
    const sources = fingerprint(root)
    if (isFresh(out, sources)) return { ok: true, built: false }
    log('Building Handshake Lab (only after a change) ...')
    const { code, output } = await build(root)
    if (code !== 0) return { ok: false, message: `The build failed.\n${output}` }
    const missing = OUTPUTS.filter((path) => !existsSync(join(out, path)))
    if (missing.length > 0) return { ok: false, message: `The build left out ${missing.join(', ')}.\n${output}` }
    writeFileSync(join(out, '.stamp'), sources)
    return { ok: true, built: true }
  })
}

/**
 * Whether the sources still are those that were read when `.seen` was written, and the build is of them.
 *
 * @param {string} out
 * @param {string} text what a glance at them says now
 */
function isSeen(out, text) {
  const seen = join(out, '.seen')
  if (!existsSync(seen)) return false
  const [sources = '', ...rest] = readFileSync(seen, 'utf8').split('\n')
  return rest.join('\n') === text && isFresh(out, sources)
}

/**
 * @param {string} out
 * @param {string} sources
 */
function isFresh(out, sources) {
  const stamp = join(out, '.stamp')
  return (
    existsSync(stamp) && readFileSync(stamp, 'utf8') === sources && OUTPUTS.every((path) => existsSync(join(out, path)))
  )
}

/**
 * @param {string} root
 * @returns {Promise<{ code: number | null, output: string }>}
 */
async function build(root) {
  const bin = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  if (!existsSync(bin)) return { code: 1, output: 'Run "npm ci" first: node_modules is not complete.' }
  const { spawn } = await import('node:child_process')
  return new Promise((done) => {
    let output = ''
    const env = { ...process.env, NO_COLOR: '1' }
    const child = spawn(process.execPath, [bin, 'build'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => done({ code: 1, output: error.message }))
    child.on('close', (code) => done({ code, output }))
  })
}
