import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { escapeLines, escapeText } from '@main/cli/terminal'

describe('what goes to a terminal', () => {
  test.each([
    ['plain é 握手 😀', 'plain é 握手 😀'],
    ['\x1b]0;owned\x07', '\\u{1b}]0;owned\\u{7}'],
    ['a\rb\bc\x7f\x9b31m', 'a\\u{d}b\\u{8}c\\u{7f}\\u{9b}31m'],
    ['\u202egpj.exe\u2066', '\\u{202e}gpj.exe\\u{2066}'],
    ['two\nlines', 'two\\u{a}lines'],
    ['half a \ud83d pair', 'half a \\u{d83d} pair'],
  ])('%j is shown as %s', (text, shown) => {
    expect(escapeText(text)).toBe(shown)
  })

  it('keeps its line breaks where lines are meant', () => {
    expect(escapeLines('a\n\x1bb\n')).toBe('a\n\\u{1b}b\n')
  })

  it('holds no control character, whatever it was made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeText(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      }),
    )
  })
})
