import { buildIfNeeded } from '../../../scripts/build-if-needed.mjs'

/** Builds once before all tests, and only where the sources changed. */
export default async function build(): Promise<void> {
  const result = await buildIfNeeded()
  if (!result.ok) throw new Error(result.message)
}
