import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { bundle, median } from './bundle.mjs'

const COMMAND = 'node bench/tcp.mjs'
const SIZES = [1000, 10_000, 100_000, 1_000_000]
const RATE = 300_000
const BYTES = 300
/** The largest run may cost so much more a segment than the cheapest and still count as flat. */
const FLAT = 1.5

/** Two endpoints and the network between them: segments a second, whether that stays so, and memory a segment. */
export async function tcp() {
  const { carry } = await import(pathToFileURL(await bundle('bench/tcp-load.ts', 'node')).href)
  carry(200_000, false)
  const nanoseconds = SIZES.map((size) => perSegment(carry, size))
  const largest = nanoseconds.at(-1) ?? Number.NaN
  const ratio = largest / (nanoseconds[1] ?? Number.NaN)
  const rate = 1e9 / largest
  const bytes = memory(carry, 1_000_000)
  return [
    {
      what: 'segments a second of processor time through two endpoints and the network, 1,000,000 of them',
      figure: Math.round(rate).toLocaleString('en'),
      goal: `at least ${RATE.toLocaleString('en')}`,
      reached: rate >= RATE,
      command: COMMAND,
    },
    {
      what: `time a segment for ${SIZES.map((size) => size.toLocaleString('en')).join(' / ')}`,
      figure: `${nanoseconds.map((ns) => Math.round(ns)).join(' / ')} ns, the last ${ratio.toFixed(2)} of the second`,
      goal: `flat: at most ${FLAT}`,
      reached: ratio <= FLAT,
      command: COMMAND,
    },
    {
      what: 'memory a segment, 1,000,000 kept with their reasons',
      figure: `${Math.round(bytes)} bytes`,
      goal: `at most ${BYTES} bytes`,
      reached: bytes <= BYTES,
      command: COMMAND,
    },
  ]
}

/**
 * Nanoseconds of processor time, so that whatever else the machine does counts as little as may be.
 *
 * @param {(segments: number, keep: boolean) => unknown} carry
 * @param {number} size
 */
function perSegment(carry, size) {
  const runs = Array.from({ length: size >= 1_000_000 ? 3 : 5 }, () => {
    const repeats = Math.max(1, Math.round(100_000 / size))
    const start = process.cpuUsage()
    for (let i = 0; i < repeats; i += 1) carry(size, false)
    const { user, system } = process.cpuUsage(start)
    return ((user + system) * 1000) / (size * repeats)
  })
  return median(runs)
}

/** @param {(segments: number, keep: boolean) => { kept: readonly unknown[] }} carry @param {number} size */
function memory(carry, size) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  collect()
  const before = process.memoryUsage().heapUsed
  const { kept } = carry(size, true)
  collect()
  return (process.memoryUsage().heapUsed - before) / kept.length
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { what, figure, goal, reached, command } of await tcp())
    console.log(`${reached ? 'reached' : 'MISSED '}  ${what}: ${figure} (goal: ${goal})\n         ${command}`)
}
