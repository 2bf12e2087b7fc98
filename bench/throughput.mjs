import { execFileSync } from 'node:child_process'
import { bundle, median } from './bundle.mjs'

const MIB = 256
const ROUNDS = 5

/** 256 MiB through the recorded pair against a bare `net` pair, in turns, in one process. */
export async function throughput() {
  const file = await bundle('tests/integration/lab/transfer.ts', 'node')
  const args = ['--expose-gc', file, String(MIB), String(ROUNDS), '1']
  const { ratios } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  const ratio = median(ratios)
  return [
    {
      what: `${MIB} MiB through the recorded pair, of the bare pair's throughput (median of ${ROUNDS})`,
      figure: ratio.toFixed(2),
      goal: 'at least 0.90',
      reached: ratio >= 0.9,
      command: 'npm run bench -- throughput',
    },
  ]
}
