/** Holds the twin against recorded conversations of a real kernel, prints the table, and fails below the bar. */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** @param {string} path from the root of the repository */
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

const { module } = await runnerImport(at('tests/unit/shared/twin/support/table.ts'), {
  root: at(''),
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@shared': at('src/shared') } },
})
const { table, reached } = module.fidelity(at('tests/fixtures'))
console.log(table)
process.exitCode = reached ? 0 : 1
