/**
 * @typedef {object} Stage
 * @property {string} name as given to `npm test -- <name>`
 * @property {string} title
 * @property {string[]} command a program of node_modules (`package bin …arguments`), or a script of ours (`./…`)
 * @property {'vitest' | 'playwright'} [report] whose JSON report the command can write
 */

/**
 * @param {string} name
 * @param {string} title
 * @returns {Stage}
 */
const vitest = (name, title) => ({
  name,
  title,
  command: ['vitest', 'vitest', 'run', '--project', name],
  report: 'vitest',
})

/** In the order they run: the built program comes before the tests that start it. @type {Stage[]} */
export const STAGES = [
  { name: 'lint', title: 'lint', command: ['eslint', 'eslint', '--max-warnings', '0', '.'] },
  { name: 'format', title: 'format', command: ['prettier', 'prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', title: 'types', command: ['./scripts/typecheck.mjs'] },
  {
    name: 'imports',
    title: 'import rules',
    command: ['dependency-cruiser', 'depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'scripts'],
  },
  vitest('unit', 'unit tests'),
  vitest('component', 'component tests'),
  { name: 'build', title: 'build', command: ['./scripts/test/build.mjs'] },
  vitest('integration', 'integration tests on real sockets and processes'),
  vitest('contract', 'contract tests of both transports'),
  {
    name: 'e2e',
    title: 'end-to-end tests in a real browser',
    command: ['@playwright/test', 'playwright', 'test'],
    report: 'playwright',
  },
]
