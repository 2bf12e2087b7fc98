/**
 * @typedef {object} Stage
 * @property {string} name as given to `npm test -- <name>`
 * @property {string} title
 * @property {string[]} command a program of node_modules (`package bin …arguments`), or a script of ours (`./…`)
 * @property {'vitest' | 'playwright'} [report] whose JSON report the command can write
 * @property {true} [aside] runs beside others of its kind: it opens no socket, and its time shows nothing
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

/** In the order they run: the longest check first, and the built program before the tests that start it. @type {Stage[]} */
export const STAGES = [
  { name: 'types', title: 'types', command: ['./scripts/typecheck.mjs'], aside: true },
  { name: 'lint', title: 'lint', command: ['eslint', 'eslint', '--max-warnings', '0', '.'], aside: true },
  {
    name: 'format',
    title: 'format',
    command: ['prettier', 'prettier', '--check', '--log-level', 'warn', '.'],
    aside: true,
  },
  {
    name: 'imports',
    title: 'import rules',
    command: ['dependency-cruiser', 'depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'scripts'],
    aside: true,
  },
  { name: 'workflows', title: 'workflows', command: ['./scripts/test/workflows.mjs'], aside: true },
  { name: 'build', title: 'build', command: ['./scripts/test/build.mjs'], aside: true },
  vitest('unit', 'unit tests'),
  vitest('component', 'component tests'),
  vitest('integration', 'integration tests on real sockets and processes'),
  vitest('contract', 'contract tests of both transports'),
  {
    name: 'e2e',
    title: 'end-to-end tests in a real browser',
    command: ['@playwright/test', 'playwright', 'test'],
    report: 'playwright',
  },
]
