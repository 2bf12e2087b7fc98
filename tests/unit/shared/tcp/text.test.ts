import { describe, expect, it } from 'vitest'
import { REASONS } from '@shared/tcp/reasons'
import { PARAMETERS } from '@shared/tcp/parameters'
import { PROFILES } from '@shared/tcp/profile'
import { LANGUAGES, messages } from '@shared/text'
import { tcp as english } from '@shared/text/en/tcp'
import { tcp as chinese } from '@shared/text/zh-CN/tcp'

const places = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()

describe('the reasons', () => {
  it.each(REASONS.map(({ code }) => code))('%s has a sentence in both languages, with the same places', (code) => {
    for (const language of LANGUAGES) expect(messages[language][code]).toMatch(/\S/)
    expect(new Set(places(chinese[code]))).toEqual(new Set(places(english[code])))
  })

  it('each have a code of their own and a source, and no sentence is left over', () => {
    const codes = REASONS.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const { source } of REASONS) expect(source).toMatch(/RFC|Linux/)
    expect(Object.keys(english).sort()).toEqual([...codes].sort())
    expect(Object.keys(chinese).sort()).toEqual([...codes].sort())
  })
})

describe('the parameters', () => {
  it.each(Object.entries(PARAMETERS))('%s has a unit, a source and both defaults', (name, parameter) => {
    expect(parameter.source).toMatch(/RFC|Linux/)
    for (const profile of ['rfc', 'linux'] as const) {
      expect(Number.isNaN(parameter[profile])).toBe(false)
      expect(PROFILES[profile].parameters).toHaveProperty(name, parameter[profile])
    }
  })
})
