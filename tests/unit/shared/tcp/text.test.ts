import { describe, expect, it } from 'vitest'
import { REASONS } from '@shared/tcp/reasons'
import { PARAMETERS } from '@shared/tcp/parameters'
import { PROFILES } from '@shared/tcp/profile'
import { tcp } from '@shared/text/tcp'

describe('the reasons', () => {
  it('each have a code of their own, a source and a sentence, and no sentence is left over', () => {
    const codes = REASONS.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    // What the app itself decides is said in its own documentation.
    for (const { source } of REASONS) expect(source).toMatch(/RFC|Linux|^docs\//)
    expect(Object.keys(tcp).sort()).toEqual([...codes].sort())
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
