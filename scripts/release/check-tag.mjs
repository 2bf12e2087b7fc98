/** `node scripts/release/check-tag.mjs`: the tag of a release names the version that package.json has, or nothing is built. */
import { ROOT } from '../build-if-needed.mjs'
import { readManifest } from '../package/identity.mjs'

const { version } = readManifest(ROOT)
const tag = process.env.GITHUB_REF_NAME ?? ''
if (tag === `v${version}`) console.log(`${tag} is the version of package.json`)
else {
  console.error(`The tag is "${tag}", package.json says ${version}: tag v${version}, or change the version first.`)
  process.exitCode = 1
}
