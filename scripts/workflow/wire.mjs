/**
 * `node scripts/workflow/wire.mjs [cli.js]`: installs the npm package in a folder of its own, as a person without any rights does, and uses the
 * wire: a SYN that is lost must be sent again by a real kernel, a second later. With a cli.js it uses that one instead.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../build-if-needed.mjs'
import { npm } from '../release/npm.mjs'

/** Linux' first timeout of a SYN (RFC 6298, section 2: 1 s), with some room for its timer, milliseconds. */
const AGAIN_MS = { from: 900, to: 3000 }

const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-wire-'))
try {
  const cli = process.argv[2] ?? install()
  const trace = join(folder, 'wire.json')
  const run = spawnSync(process.execPath, [cli, 'run', 'lost-syn', '--wire', '--json', trace], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 60_000,
  })
  if (run.status !== 0)
    throw new Error(`The wire cannot be used here by user ${process.getuid?.()}: code ${run.status}`)
  console.log(check(JSON.parse(readFileSync(trace, 'utf8'))))
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** @returns {string} the installed command line */
function install() {
  const prefix = join(folder, 'prefix')
  mkdirSync(prefix)
  npm(['pack', '--pack-destination', folder], ROOT)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  npm(['install', '--global', '--prefix', prefix, join(folder, tarball), '--no-audit', '--no-fund'], folder)
  return join(prefix, 'lib', 'node_modules', 'handshake-lab', 'out', 'main', 'cli.js')
}

/**
 * @typedef {{ from: string, flags: string[], provenance: string, options?: { timestamps?: { value: number } } }} Segment
 * @param {{ connections: { segments: Segment[] }[] }} trace
 * @returns {string} what was seen
 */
function check({ connections }) {
  const segments = connections.flatMap((connection) => connection.segments)
  const inferred = segments.filter(({ provenance }) => provenance !== 'captured')
  if (inferred.length > 0) throw new Error(`${inferred.length} of ${segments.length} segments were not captured.`)
  const syns = segments.filter(({ from, flags }) => from === 'client' && flags.join() === 'SYN')
  const [first, second] = syns
  if (!first || !second) throw new Error(`The client sent ${syns.length} SYN; the lost one was not sent again.`)
  // By the sender's own clock, in its timestamps (RFC 7323): what we see may be late on a busy machine.
  const later = (second.options?.timestamps?.value ?? 0) - (first.options?.timestamps?.value ?? 0)
  if (later < AGAIN_MS.from || later > AGAIN_MS.to) throw new Error(`The second SYN came ${later} ms after the first.`)
  return `${segments.length} segments captured; the lost SYN came again after ${Math.round(later)} ms`
}
