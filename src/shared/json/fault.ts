import type { BaseIssue } from 'valibot'

/** What is wrong at one place of a file, as data, so that each language says it in its own words. */
export interface Fault {
  /** `steps[2].do`; empty for the whole. */
  readonly path: string
  /** A key that no reader knows; one that must be there; a value, or the length of one, that cannot be. */
  readonly kind: 'unknown' | 'missing' | 'wrong' | 'length'
  readonly received: string
  /** Empty where there is no more to say. */
  readonly expected: string
}

/** What a validator means, without its wording. */
export function faultOf(issue: BaseIssue<unknown>): Fault {
  const path = pathOf(issue)
  const { received } = issue
  const expected = expectedOf(issue)
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return { path, kind: 'unknown', received, expected: '' }
  if (received === 'undefined') return { path, kind: 'missing', received, expected: isKey(expected) ? '' : expected }
  return { path, kind: /^(min|max)_length$/.test(issue.type) ? 'length' : 'wrong', received, expected }
}

/** A fault in English, without its path: what is there and what belongs there. */
export function faultText({ kind, received, expected }: Fault): string {
  if (kind === 'unknown') return 'is not a known field; remove or correct it'
  if (kind === 'missing') return expected === '' ? 'is missing; add it' : `is missing; expected ${expected}`
  return `${kind === 'length' ? 'has the length' : 'is'} ${received}; expected ${expected}`
}

function pathOf({ path }: BaseIssue<unknown>): string {
  return (path ?? []).reduce((text, { key }) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')
}

function expectedOf({ type, expected, message }: BaseIssue<unknown>): string {
  if (type === 'integer') return 'a whole number'
  if (type === 'finite') return 'a finite number'
  // A sentence of the schema's own says more than its notation.
  if (!message.startsWith('Invalid')) return message.replace(/^expected /, '')
  return (expected ?? 'another value').replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ' or ')
}

/** A required key is reported as expected by its own name, in quotes. */
const isKey = (expected: string): boolean => /^"[^"]*"$/.test(expected)
