import { describe, expect, it } from 'vitest'
import { copyText } from '@main/lab/copy-text'

describe('the copy of a text', () => {
  it.each([
    ['short', 10, 'short'],
    ['cut here', 3, 'cut'],
    ['é三😀', 4, 'é三😀'],
    ['é三😀', 3, 'é三'],
    ['', 5, ''],
  ])('of %s up to %i is %s', (text, limit, copy) => {
    expect(copyText(text, limit)).toBe(copy)
  })
})
