import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { MAX_DEPTH, tooDeepAt } from '@shared/json/depth'
import { encodingOf } from '@shared/json/encoding'
import { parseJson } from '@shared/json/parse'
import { jsonPieces } from '@shared/json/pieces'
import { placeOf } from '@shared/json/place'
import { parseLesson } from '@shared/lesson/parse'
import { parseScenario } from '@shared/scenario/parse'

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

describe('a text that nests too deep', () => {
  test.each([
    ['as deep as allowed', nested(MAX_DEPTH), null],
    ['one level deeper', nested(MAX_DEPTH + 1), MAX_DEPTH],
    ['brackets in a string', JSON.stringify('['.repeat(500)), null],
    ['a string that ends in an escaped quote', `"\\"${'['.repeat(500)}"`, null],
    ['closed more often than opened', ']'.repeat(300) + '['.repeat(300), 300 + MAX_DEPTH],
  ])('is found: %s', (_what, text, at) => {
    expect(tooDeepAt(text)).toBe(at)
  })

  const deep = `{"version":1,"x":${nested(7000)}}`
  test('is refused by every reader in words, with its place', () => {
    for (const text of [deep, '['.repeat(100_000), `${']'.repeat(500_000)}${'['.repeat(100_000)}`]) {
      const parsed = parseJson(text)
      expect(parsed).toMatchObject({ ok: false, error: { params: { line: 1 } } })
      expect(parseScenario(text).ok).toBe(false)
      expect(parseLesson(text).ok).toBe(false)
      expect(placeOf(text, 'x[0]')).toBeNull()
    }
    const parsed = parseJson(deep)
    expect(!parsed.ok && parsed.error.message).toBe(
      `line 1, column ${18 + MAX_DEPTH - 1}: nested deeper than 100 levels`,
    )
  })
})

it('a JSON text comes in pieces that make the whole', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 7 },
      fc.jsonValue({ maxDepth: 2 }),
      fc.array(tie('any')),
      fc.dictionary(fc.string(), tie('any')),
    ),
  })).any
  fc.assert(
    fc.property(value, (any) => {
      expect([...jsonPieces(any)].join('')).toBe(JSON.stringify(any, null, 2))
    }),
  )
  const sparse = { a: undefined, b: [undefined, { c: undefined }] }
  expect([...jsonPieces(sparse)].join('')).toBe(JSON.stringify(sparse, null, 2))
})

describe('the encoding of a text file', () => {
  test.each([
    ['utf-8', Buffer.from('{}')],
    ['utf-8', Buffer.from('\ufeff{}')],
    ['utf-8', Buffer.alloc(0)],
    ['utf-16le', Buffer.from('\ufeff{}', 'utf16le')],
    ['utf-16le', Buffer.from('{}', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeff{}', 'utf16le').swap16()],
    ['utf-16be', Buffer.from('{}', 'utf16le').swap16()],
  ])('is %s', (encoding, bytes) => {
    expect(encodingOf(bytes)).toBe(encoding)
    expect(new TextDecoder(encoding).decode(bytes)).toBe(bytes.length === 0 ? '' : '{}')
  })
})
