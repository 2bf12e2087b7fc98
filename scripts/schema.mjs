/** `npm run schema`: writes docs/schema/*.json from the validators; a test says when that was forgotten. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'docs', 'schema')
/** @type {{ module: { jsonSchemas: () => Record<string, string> } }} */
const { module } = await runnerImport(join(root, 'scripts', 'schema', 'generate.ts'), { configFile: false })

mkdirSync(folder, { recursive: true })
for (const [name, text] of Object.entries(module.jsonSchemas())) {
  writeFileSync(join(folder, name), text)
  console.log(`docs/schema/${name}`)
}
