import { printParseErrorCode } from 'jsonc-parser'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { faultOf, faultText } from '@shared/json/fault'
import { JSON_PROBLEMS, parseJson } from '@shared/json/parse'
import { placeOf } from '@shared/json/place'

describe('a JSON text', () => {
  it('is read, with or without a byte order mark', () => {
    expect(parseJson('\uFEFF{"a": [1]}')).toEqual({ ok: true, value: { a: [1] } })
  })

  it.each([
    ['', 1, 1],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['{"a": 1,}', 1, 9],
    ['[1, 2', 1, 6],
    ['{} {}', 1, 4],
    ['// a comment\n{}', 1, 1],
    ['{"a": nul}', 1, 7],
  ])('is refused at the place where it breaks: %#', (text, line, column) => {
    const parsed = parseJson(text)
    expect(!parsed.ok && parsed.error.params).toMatchObject({ line, column })
  })
})

it('what is wrong with a text has the names of the parser, code by code', () => {
  const names = Array.from({ length: JSON_PROBLEMS.length + 1 }, (_, index) => printParseErrorCode(index + 1))
  const dashed = names.map((name) => name.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase())
  expect(dashed).toEqual([...JSON_PROBLEMS, '<unknown parse-error-code>'])
})

it('a place is that of the value, or of the nearest one around a missing key', () => {
  const text = '{\n  "steps": [\n    { "side": "client" },\n    { "side": "peer" }\n  ]\n}'
  expect(placeOf(text, 'steps[1].side')).toEqual({ line: 4, column: 15 })
  expect(placeOf(text, 'steps[0].do')).toEqual({ line: 3, column: 5 })
  expect(placeOf(text, '')).toEqual({ line: 1, column: 1 })
})

it('a text nested deeper than any stack is refused, not thrown over', () => {
  expect(parseJson('['.repeat(200_000)).ok).toBe(false)
})

describe('a fault', () => {
  const schema = v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z]+$/, 'expected lower-case letters')),
    list: v.optional(v.pipe(v.array(v.picklist(['a', 'b'])), v.minLength(1)), ['a']),
    count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  })
  const said = (value: unknown): string => {
    const result = v.safeParse(schema, value)
    const fault = result.issues && faultOf(result.issues[0])
    return fault ? `${fault.path} ${faultText(fault)}` : ''
  }

  it.each([
    [{}, 'id is missing; add it'],
    [{ id: 'A' }, 'id is "A"; expected lower-case letters'],
    [{ id: 'a', list: ['a', 'c'] }, 'list[1] is "c"; expected "a" or "b"'],
    [{ id: 'a', list: [] }, 'list has the length 0; expected >=1'],
    [{ id: 'a', count: 1.5 }, 'count is 1.5; expected a whole number'],
    [{ id: 'a', count: -1 }, 'count is -1; expected >=0'],
    [{ id: 'a', more: 1 }, 'more is not a known field; remove or correct it'],
    [null, ' is null; expected Object'],
  ])('of %j is said in words', (value, words) => {
    expect(said(value)).toBe(words)
  })
})
