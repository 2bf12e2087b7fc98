import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { useScenarioGroups } from '@renderer/components/controls/useScenarioGroups'
import { CATALOGUE } from '@shared/scenario/catalogue'

describe('searching the scenarios', () => {
  beforeEach(() => setActivePinia(createPinia()))
  const found = (search: string): string[] =>
    useScenarioGroups(ref(search)).value.flatMap(({ options }) => options.map(({ id }) => id))

  it('finds all of them by nothing, and none by nonsense', () => {
    expect(found('').sort()).toEqual(CATALOGUE.map(({ scenario }) => scenario.id).sort())
    expect(found('xyzzy')).toEqual([])
  })

  it('puts what is called so before what only speaks of it, in either language', () => {
    expect(found('simultaneous close')[0]).toBe('simultaneous-close')
    expect(found('simultaneous close').length).toBeGreaterThan(1)
    expect(found('同时关闭')).toContain('simultaneous-close')
  })
})
