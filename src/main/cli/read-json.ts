import { readFileSync, statSync } from 'node:fs'
import * as v from 'valibot'
import { faultOf, faultText } from '@shared/json/fault'
import { parseJson } from '@shared/json/parse'
import { placeOf } from '@shared/json/place'
import { usageFailure, type CliFailure } from './failure'

/** Larger than any session the app writes; a wrong file is refused before it fills the memory. */
const MAX_BYTES = 256 * 1024 * 1024

/**
 * Reads a JSON file and holds it against a schema (invariant 9).
 *
 * @throws CliFailure that names the file, the place in it and what was expected there
 */
export function readJson<S extends v.GenericSchema>(path: string, schema: S, kind: string): v.InferOutput<S> {
  const { text, value } = readValue(path)
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  const fault = faultOf(parsed.issues[0])
  throw wrongFile(path, kind, text, fault.path, `${fault.path || 'it'} ${faultText(fault)}`)
}

/** @throws CliFailure where the file can't be read or is not JSON, with line and column */
export function readValue(path: string): { readonly text: string; readonly value: unknown } {
  const text = readText(path).replace(/^\uFEFF/, ' ')
  const parsed = parseJson(text)
  if (!parsed.ok) throw usageFailure(`${path} is not JSON: ${parsed.error.message}.`)
  return { text, value: parsed.value }
}

/** One line: the file, the line in it, what is wrong there, and where to read what belongs there. */
export function wrongFile(path: string, kind: string, text: string, at: string, problem: string): CliFailure {
  const place = placeOf(text, at)
  return usageFailure(`${path} is no ${kind}: ${place ? `line ${place.line}: ` : ''}${problem}; see docs/formats.md.`)
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
