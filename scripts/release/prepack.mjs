/** What npm runs before it packs: the package holds the built app, so it is built. */
import { buildIfNeeded } from '../build-if-needed.mjs'

const build = await buildIfNeeded()
if (!build.ok) {
  console.error(build.message)
  process.exitCode = 1
}
