import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { LANGUAGES } from '@shared/text'
import { CATALOGUE, findScenario, LIVE_GROUPS } from '@shared/scenario/catalogue'
import { scenarioSchema } from '@shared/scenario/schema'
import { loadCaptures } from '../twin/support/fidelity'

const captures = loadCaptures(fileURLToPath(new URL('../../../fixtures/reference-captures', import.meta.url)))
const live = CATALOGUE.filter(({ kind }) => kind === 'live')

describe('the catalogue', () => {
  it('has every reference scenario, step for step', () => {
    for (const { scenario } of captures) {
      const entry = findScenario(scenario.id)
      const { server, client, steps } = v.parse(scenarioSchema, scenario)
      expect(entry?.scenario).toMatchObject({ server, client, steps })
    }
  })

  it('has at least three more live ones', () => {
    expect(live.length).toBeGreaterThanOrEqual(captures.length + 3)
  })

  it('gives each an id of its own', () => {
    expect(new Set(CATALOGUE.map(({ scenario }) => scenario.id)).size).toBe(CATALOGUE.length)
  })

  it.each(CATALOGUE.map((entry) => [entry.scenario.id, entry] as const))(
    '%s is valid and says in each language what it is, what happens and what to look for',
    (_, { scenario }) => {
      expect(v.is(scenarioSchema, scenario)).toBe(true)
      for (const language of LANGUAGES) {
        expect(scenario.title?.[language]).toBeTruthy()
        expect(scenario.explanation?.[language]).toBeTruthy()
        expect(scenario.lookFor?.[language]).toBeTruthy()
      }
    },
  )

  it('puts every live scenario under a heading', () => {
    for (const { group } of live) expect(Object.keys(LIVE_GROUPS)).toContain(group)
  })
})
