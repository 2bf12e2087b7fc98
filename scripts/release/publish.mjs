/**
 * `node scripts/release/publish.mjs <folder>`: publishes the tarball there to npm, with its provenance. npm trusts the workflow itself
 * (npm documentation, "Trusted publishing"), so there is no token; until a maintainer has set that up, NPM_PUBLISH is not set.
 */
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { ROOT } from '../build-if-needed.mjs'
import { npm } from './npm.mjs'

const folder = resolve(process.argv[2] ?? 'dist/release')
const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
if (process.env.NPM_PUBLISH !== 'yes') {
  console.log('The variable NPM_PUBLISH is not "yes": nothing is published to npm.')
} else if (tarball === undefined) throw new Error(`${folder} holds no tarball: run scripts/release/pack.mjs first.`)
else npm(['publish', resolve(folder, tarball), '--provenance', '--access', 'public'], ROOT)
