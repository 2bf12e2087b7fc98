/**
 * Type-checks every project of the repository: shared, node, web and tests, and stops at the first that fails. What the
 * compiler learned is kept in node_modules/.cache, so that a second check looks only at what has changed since.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const bin = createRequire(import.meta.url).resolve('vue-tsc/bin/vue-tsc.js')

for (const project of ['shared', 'node', 'web', 'tests']) {
  const { status } = spawnSync(process.execPath, [bin, ...options(project)], { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`typecheck: tsconfig.${project}.json has errors`)
    process.exit(status ?? 1)
  }
}

/** @param {string} project @returns {string[]} */
function options(project) {
  const known = `node_modules/.cache/types/${project}.tsbuildinfo`
  return ['--noEmit', '--incremental', '--tsBuildInfoFile', known, '-p', `tsconfig.${project}.json`]
}
