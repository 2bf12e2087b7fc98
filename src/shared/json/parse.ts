import { printParseErrorCode, visit } from 'jsonc-parser'
import { err, ok, type Result } from '../result'
import { placeAt } from './place'

/**
 * Reads a JSON text (RFC 8259); a byte order mark before it is passed over.
 *
 * @returns the value; else `not-json` with `line` and `column` from 1 and `reason` in English
 */
export function parseJson(text: string): Result<unknown, 'not-json'> {
  const source = text.replace(/^\uFEFF/, ' ')
  try {
    return ok(JSON.parse(source) as unknown)
  } catch {
    const { offset, reason } = firstError(source)
    const { line, column } = placeAt(source, offset)
    return err('not-json', `line ${line}, column ${column}: ${reason}`, { line, column, reason })
  }
}

/** What each engine words in its own way, and some without a place, in one way with its place. */
function firstError(source: string): { offset: number; reason: string } {
  let first: { offset: number; reason: string } | null = null
  const onError = (error: number, offset: number): void => {
    first ??= { offset, reason: spokenCode(printParseErrorCode(error)) }
  }
  try {
    visit(source, { onError }, { disallowComments: true, allowTrailingComma: false })
  } catch {
    // Nested deeper than the stack: what is known by then is told.
  }
  return first ?? { offset: 0, reason: 'the text is no JSON value' }
}

/** `CommaExpected` -> `comma expected`. */
export const spokenCode = (code: string): string => code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
