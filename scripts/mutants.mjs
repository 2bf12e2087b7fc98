/**
 * Mutation check: makes the faults of tests/mutants one at a time, runs the tests of their group on them, and prints
 * which were caught. Fails if one survives. `npm run mutants -- twin` makes the faults of that group only.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GROUPS } from '../tests/mutants/index.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
/** A fault that keeps the tests busy for so long, ms, has been noticed. */
const PATIENCE = 120_000

const names = process.argv.slice(2)
const unknown = names.filter((name) => !Object.hasOwn(GROUPS, name))
if (unknown.length > 0) {
  console.error(`no such group of faults: ${unknown.join(', ')}; there are: ${Object.keys(GROUPS).join(', ')}`)
  process.exit(2)
}
process.exitCode = check(Object.entries(GROUPS).filter(([name]) => names.length === 0 || names.includes(name)))

/**
 * @param {[string, import('../tests/mutants/index.mjs').Group][]} groups
 * @returns {number} the exit code
 */
function check(groups) {
  let survivors = 0
  let made = 0
  for (const [name, { mutants }] of groups) {
    const misplaced = mutants.find(({ file, from }) => readFileSync(join(root, file), 'utf8').split(from).length !== 2)
    if (misplaced !== undefined) {
      console.error(`${misplaced.file}: what "${misplaced.name}" replaces is not there exactly once; correct the table`)
      return 2
    }
    if (!passes(name)) {
      console.error(`${name}: the tests fail without any fault; mend them first`)
      return 2
    }
    for (const [index, mutant] of mutants.entries()) {
      const survived = passes(`${name}/${index}`)
      made += 1
      if (survived) survivors += 1
      console.log(`${survived ? 'SURVIVED' : 'caught  '}  ${name}: ${mutant.name} (${mutant.file})`)
    }
  }
  console.log(`${made - survivors} of ${made} faults caught`)
  return survivors === 0 ? 0 : 1
}

/** Whether the tests of a group pass with one fault made, or with none. @param {string} mutant see vitest.config.mjs */
function passes(mutant) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--config', 'tests/mutants/vitest.config.mjs', '--silent'],
    {
      cwd: root,
      env: { ...process.env, MUTANT: mutant },
      stdio: 'ignore',
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
    },
  )
  return status === 0
}
