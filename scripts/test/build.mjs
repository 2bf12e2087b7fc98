/** The build stage of `npm test`: builds as every host does, so that no test after it builds again. */
import { buildIfNeeded } from '../build-if-needed.mjs'

const build = await buildIfNeeded()
if (build.ok) console.log(build.built ? 'built out/' : 'out/ is up to date')
else {
  console.error(build.message)
  process.exitCode = 1
}
