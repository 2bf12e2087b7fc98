/**
 * `npm run bench`: every figure of bench/README.md, each a ratio taken in one run, with the command that made it.
 * `npm run bench -- svg cli` runs only those named.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { at } from './bundle.mjs'
import { cli } from './cli.mjs'
import { door } from './door.mjs'
import { paint } from './paint.mjs'
import { start } from './start.mjs'
import { svg } from './svg.mjs'
import { tcp } from './tcp.mjs'
import { throughput } from './throughput.mjs'

const BENCHES = { throughput, svg, paint, cli, start, tcp, door }

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`no such benchmark: ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}`)
  process.exit(2)
}

if (!existsSync(at('bench/node_modules'))) npm('ci', '--prefix', at('bench'))
npm('run', 'build', '--silent', '--', '--logLevel', 'error')

for (const [name, measure] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const { what, figure, goal, reached, command } of await measure()) {
    console.log(`${reached ? 'reached' : 'MISSED '}  ${what}: ${figure} (goal: ${goal})\n         ${command}`)
  }
}

/** @param {string[]} args */
function npm(...args) {
  const { status } = spawnSync('npm', args, { cwd: at('.'), stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}
