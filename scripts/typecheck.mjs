/** Type-checks every project of the repository: shared, node, web and tests, and stops at the first that fails. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const bin = createRequire(import.meta.url).resolve('vue-tsc/bin/vue-tsc.js')

for (const project of ['shared', 'node', 'web', 'tests']) {
  const { status } = spawnSync(process.execPath, [bin, '--noEmit', '-p', `tsconfig.${project}.json`], {
    stdio: 'inherit',
  })
  if (status !== 0) {
    console.error(`typecheck: tsconfig.${project}.json has errors`)
    process.exit(status ?? 1)
  }
}
