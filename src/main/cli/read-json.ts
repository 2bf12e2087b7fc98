import * as v from 'valibot'
import { faultOf, faultText } from '@shared/json/fault'
import { parseJson } from '@shared/json/parse'
import { placeOf } from '@shared/json/place'
import { usageFailure, type CliFailure } from './failure'
import { placeName, readText } from './read-text'

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
  const text = readText(path)
  const parsed = parseJson(text)
  if (!parsed.ok) throw usageFailure(`${placeName(path)} is not JSON: ${parsed.error.message}.`)
  return { text, value: parsed.value }
}

/** One line: the file, the line in it, what is wrong there, and where to read what belongs there. */
export function wrongFile(path: string, kind: string, text: string, at: string, problem: string): CliFailure {
  const place = placeOf(text, at)
  return usageFailure(
    `${placeName(path)} is no ${kind}: ${place ? `line ${place.line}: ` : ''}${problem}; see docs/formats.md.`,
  )
}
