import { buildIfNeeded } from '../../../scripts/build-if-needed.mjs'
import { findBrowser } from './browser'

/** Once before all tests: builds where the sources changed, and has the browser ready, so that no test waits for it. */
export default async function prepare(): Promise<void> {
  const result = await buildIfNeeded()
  if (!result.ok) throw new Error(result.message)
  await findBrowser()
}
