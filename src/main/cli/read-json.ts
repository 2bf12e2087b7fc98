import { readFileSync, statSync } from 'node:fs'
import * as v from 'valibot'
import { usageFailure } from './failure'

/** Larger than any session the app writes; a wrong file is refused before it fills the memory. */
const MAX_BYTES = 256 * 1024 * 1024

/**
 * Reads a JSON file and holds it against a schema (invariant 9).
 *
 * @throws CliFailure that names the file, the place in it and what was expected there
 */
export function readJson<S extends v.GenericSchema>(path: string, schema: S, kind: string): v.InferOutput<S> {
  const parsed = v.safeParse(schema, parse(path, readText(path)))
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const place = v.getDotPath(issue)
  throw usageFailure(
    `${path} is no ${kind}: ${place === null ? '' : `at ${place}: `}${issue.message}; see docs/formats.md.`,
  )
}

function readText(path: string): string {
  try {
    if (statSync(path).size > MAX_BYTES) throw usageFailure(`${path} is larger than ${MAX_BYTES / 2 ** 20} MiB.`)
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    throw usageFailure(`${path} can't be read (${String(error.code)}): check the path and its permissions.`)
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw usageFailure(`${path} is not JSON: ${error instanceof Error ? error.message.replaceAll('\n', ' ') : ''}`)
  }
}
