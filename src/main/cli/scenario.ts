import { existsSync } from 'node:fs'
import { CATALOGUE, findScenario } from '@shared/scenario/catalogue'
import { parseScenario } from '@shared/scenario/parse'
import type { Scenario } from '@shared/scenario/schema'
import { usageFailure } from './failure'
import { nearest } from './nearest'
import { readValue, wrongFile } from './read-json'

/** What names a scenario of the catalogue; anything else is a path. */
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * A scenario by its id in the catalogue, or from a file.
 *
 * @throws CliFailure that says what was probably meant, or what is wrong with the file
 */
export function findOrRead(name: string): Scenario {
  const known = findScenario(name)
  if (known) return known.scenario
  if (!ID.test(name) || existsSync(name)) return readScenario(name)
  const meant = nearest(
    name,
    CATALOGUE.map((entry) => entry.scenario.id),
  )
  const hint = meant === null ? '' : `did you mean "${meant}"? `
  throw usageFailure(`There is no scenario "${name}": ${hint}"list" shows them all; a file is named with its path.`)
}

function readScenario(path: string): Scenario {
  const { text, value } = readValue(path)
  const scenario = parseScenario(value)
  if (scenario.ok) return scenario.value
  const { message, params } = scenario.error
  const at = String(params?.['path'] ?? '')
  throw wrongFile(path, 'scenario', text, at === 'the scenario' ? '' : at, message)
}

/** Whether only the virtual network can play it. */
export const isWhatIf = (scenario: Scenario): boolean =>
  scenario.network !== undefined || (scenario.counterfactual?.length ?? 0) > 0
