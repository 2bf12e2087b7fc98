/**
 * Mutation check of the TCP endpoint: makes the faults of tests/mutants/table.mjs one at a time in a copy of the sources,
 * runs the fast TCP tests on it, and prints which faults were caught. Fails if one survives.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MUTANTS } from '../tests/mutants/table.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Packet scripts and figures: a second or two, where the property tests would take minutes for each fault. */
const TESTS = ['figures', 'segments', 'calls', 'sending', 'acks', 'arithmetic', 'edges']

const cache = join(root, 'node_modules', '.cache')
mkdirSync(cache, { recursive: true })
const copy = mkdtempSync(join(cache, 'mutants-'))
try {
  cpSync(join(root, 'src', 'shared'), join(copy, 'src', 'shared'), { recursive: true })
  cpSync(join(root, 'tests', 'unit', 'shared', 'tcp'), join(copy, 'tests', 'unit', 'shared', 'tcp'), {
    recursive: true,
  })
  writeFileSync(join(copy, 'vitest.config.mjs'), config())
  process.exitCode = check()
} finally {
  rmSync(copy, { recursive: true, force: true })
}

/** @returns {number} the exit code */
function check() {
  if (!passes()) {
    console.error('the tests fail without any fault: mend them first')
    return 2
  }
  let caught = 0
  for (const mutant of MUTANTS) {
    const path = join(copy, 'src', 'shared', 'tcp', mutant.file)
    const source = readFileSync(path, 'utf8')
    if (source.split(mutant.from).length !== 2) {
      console.error(
        `${mutant.file}: the line of "${mutant.name}" is not there exactly once; bring the table up to date`,
      )
      return 2
    }
    writeFileSync(
      path,
      source.replace(mutant.from, () => mutant.to),
    )
    const survived = passes()
    writeFileSync(path, source)
    if (!survived) caught += 1
    console.log(`${survived ? 'SURVIVED' : 'caught  '}  ${mutant.name} (${mutant.file})`)
  }
  console.log(`${caught} of ${MUTANTS.length} faults caught`)
  return caught === MUTANTS.length ? 0 : 1
}

/** Whether the tests pass on the copy as it is now. */
function passes() {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--root', copy, '--bail', '1', '--silent'], {
    cwd: copy,
    stdio: 'ignore',
    timeout: 120_000,
  })
  return status === 0
}

/** A configuration for the copy alone: one worker, the chosen tests, a short patience for faults that never end. */
function config() {
  const include = TESTS.map((name) => `tests/unit/shared/tcp/${name}.test.ts`)
  const alias = { '@shared': join(copy, 'src', 'shared') }
  const test = { environment: 'node', include, testTimeout: 10_000, fileParallelism: false, isolate: false }
  return `export default ${JSON.stringify({ resolve: { alias }, test, cacheDir: join(copy, 'vite') })}\n`
}
