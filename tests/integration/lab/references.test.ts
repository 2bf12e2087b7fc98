import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { playScenario } from '@main/lab'
import { scenarioSchema } from '@shared/scenario/schema'
import { SIDES } from '@shared/trace/names'
import { traceSchema } from '@shared/trace/schema'

const folder = new URL('../../fixtures/reference-captures/', import.meta.url)
const referenceSchema = v.object({
  scenario: scenarioSchema,
  typical: v.object({ events: v.array(v.object({ side: v.picklist(SIDES), name: v.string() })) }),
})
type Event = v.InferOutput<typeof referenceSchema>['typical']['events'][number]

const references = readdirSync(fileURLToPath(folder))
  .filter((name) => name.endsWith('.json'))
  .map((name) => v.parse(referenceSchema, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))

/** How the bytes are cut into `data` is the system's choice; the bench does not tell of `listen`. */
function sideOrder(events: readonly Event[], side: 'client' | 'server'): string[] {
  const names = events.filter((event) => event.side === side).map(({ name }) => name)
  return names.filter((name, index) => !/listen/.test(name) && !(name === 'data' && names[index - 1] === 'data'))
}

describe('the scenarios recorded on real sockets, played again', () => {
  it('finds them all', () => expect(references).toHaveLength(15))

  it.each(references.map((reference) => [reference.scenario.id, reference] as const))(
    '%s makes the same calls and fires the same events on each side',
    async (_id, { scenario, typical }) => {
      const played = await playScenario(scenario)
      if (!played.ok) throw new Error(played.error.message)
      const trace = v.parse(traceSchema, played.value)
      const events = trace.connections[0]?.events ?? []
      for (const side of SIDES) expect(sideOrder(events, side)).toEqual(sideOrder(typical.events, side))
      const times = events.map(({ t }) => t)
      expect(times).toEqual([...times].sort((a, b) => a - b))
    },
  )
})
