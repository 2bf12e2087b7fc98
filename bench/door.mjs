import { execFileSync } from 'node:child_process'
import { bundle } from './bundle.mjs'

const VISITS = 10_000
const SECONDS = 5
/** Longer than this the page waits for its answer (the browser's own measure of a long task is 50 ms). */
const HELD = 100

/** 10,000 visits with one request each to the Puzzle's door, and how long the lab's thread was held up at most. */
export async function door() {
  const file = await bundle('tests/integration/lab/visits.ts', 'node')
  const args = ['--expose-gc', file, String(VISITS), '1', '20']
  /** @type {{ seconds: number, first: number, second: number, p99: number }} */
  const { seconds, first, second, p99 } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  const command = 'npm run bench -- door'
  return [
    {
      what: `${VISITS} visits to the door, of ${SECONDS} s`,
      figure: (seconds / SECONDS).toFixed(2),
      goal: 'at most 1.00',
      reached: seconds <= SECONDS,
      command,
    },
    {
      what: 'the second half of them, of the first half',
      figure: (second / first).toFixed(2),
      goal: 'at most 1.25',
      reached: second / first <= 1.25,
      command,
    },
    {
      what: `how long the lab is held up at a time meanwhile, p99, of ${HELD} ms`,
      figure: (p99 / HELD).toFixed(2),
      goal: 'at most 1.00',
      reached: p99 <= HELD,
      command,
    },
  ]
}
