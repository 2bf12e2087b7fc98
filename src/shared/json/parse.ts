import { visit } from 'jsonc-parser'
import { err, ok, type Result } from '../result'
import { MAX_DEPTH, tooDeepAt } from './depth'
import { placeAt } from './place'

/** What can be wrong with a JSON text, in the order of jsonc-parser's codes, which begin at 1. */
export const JSON_PROBLEMS = [
  'invalid-symbol',
  'invalid-number-format',
  'property-name-expected',
  'value-expected',
  'colon-expected',
  'comma-expected',
  'close-brace-expected',
  'close-bracket-expected',
  'end-of-file-expected',
  'invalid-comment-token',
  'unexpected-end-of-comment',
  'unexpected-end-of-string',
  'unexpected-end-of-number',
  'invalid-unicode',
  'invalid-escape-character',
  'invalid-character',
] as const
export type JsonProblem = (typeof JSON_PROBLEMS)[number]

export const jsonProblem = (code: number): JsonProblem => JSON_PROBLEMS[code - 1] ?? 'invalid-symbol'

/** `comma-expected` -> `comma expected`. */
export const problemText = (problem: JsonProblem): string => problem.replaceAll('-', ' ')

/**
 * Reads a JSON text (RFC 8259) that nests no deeper than any file of ours; a byte order mark before it is passed over.
 *
 * @returns the value; else `not-json` with `line` and `column` from 1 and `reason` in English
 */
export function parseJson(text: string): Result<unknown, 'not-json'> {
  const source = text.replace(/^\uFEFF/, ' ')
  const tooDeep = tooDeepAt(source)
  if (tooDeep !== null) return notJson(source, tooDeep, `nested deeper than ${MAX_DEPTH} levels`)
  try {
    return ok(JSON.parse(source) as unknown)
  } catch {
    const { offset, reason } = firstError(source)
    return notJson(source, offset, reason)
  }
}

function notJson(source: string, offset: number, reason: string): Result<never, 'not-json'> {
  const { line, column } = placeAt(source, offset)
  return err('not-json', `line ${line}, column ${column}: ${reason}`, { line, column, reason })
}

/** What each engine words in its own way, and some without a place, in one way with its place. */
function firstError(source: string): { offset: number; reason: string } {
  let first: { offset: number; reason: string } | null = null
  const onError = (error: number, offset: number): never => {
    first = { offset, reason: problemText(jsonProblem(error)) }
    throw new Error('the first error is enough')
  }
  try {
    visit(source, { onError }, { disallowComments: true, allowTrailingComma: false })
  } catch {
    // The rest of the text is not looked at.
  }
  return first ?? { offset: 0, reason: 'the text is no JSON value' }
}
