/** `npm run lab -- …`: the command line from the sources, built first where they changed. */
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { ROOT, buildIfNeeded } from './build-if-needed.mjs'

const build = await buildIfNeeded()
if (build.ok) {
  await import(pathToFileURL(join(ROOT, 'out', 'main', 'cli.js')).href)
} else {
  console.error(build.message)
  process.exitCode = 1
}
