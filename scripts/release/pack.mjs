/**
 * `node scripts/release/pack.mjs <folder>`: makes the npm tarball there. Where package.json says nothing of the repository, the one
 * that the workflow runs in is named for the while: npm attests a package's provenance only to the repository that it names.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ROOT } from '../build-if-needed.mjs'
import { readManifest, repositoryOf } from '../package/identity.mjs'
import { npm } from './npm.mjs'

const folder = resolve(process.argv[2] ?? 'dist/release')
const file = join(ROOT, 'package.json')
const before = readFileSync(file, 'utf8')
const manifest = readManifest(ROOT)
const repository = repositoryOf(manifest, process.env)
mkdirSync(folder, { recursive: true })
try {
  if (repository && !manifest.repository) {
    const named = { ...manifest, repository: { type: 'git', url: `git+${repository.url}.git` } }
    writeFileSync(file, `${JSON.stringify(named, null, 2)}\n`)
  }
  npm(['pack', '--pack-destination', folder], ROOT)
} finally {
  writeFileSync(file, before)
}
