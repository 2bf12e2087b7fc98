import * as v from 'valibot'
import { faultOf, faultText } from '../json/fault'
import { parseJson } from '../json/parse'
import { err, ok, type Result } from '../result'
import { scenarioSchema, type Scenario } from './schema'

/**
 * Validates a scenario that comes from outside: a file, the command line, a pasted text.
 *
 * @param json - what `JSON.parse` gave, or the text itself
 * @returns the scenario with every default filled in; otherwise `scenario-invalid`, whose message names the place and
 * says what belongs there
 */
export function parseScenario(json: unknown): Result<Scenario, 'scenario-invalid'> {
  const parsed = typeof json === 'string' ? parseJson(json) : ok(json)
  if (!parsed.ok) return invalid('the file', `is not JSON (${parsed.error.message}); correct it there`)
  const result = v.safeParse(scenarioSchema, parsed.value)
  if (result.success) return checkSteps(result.output)
  const fault = faultOf(result.issues[0])
  return invalid(fault.path || 'the scenario', faultText(fault))
}

/** What the schema cannot say: steps that could never be made. */
function checkSteps(scenario: Scenario): Result<Scenario, 'scenario-invalid'> {
  if (!scenario.steps.some((step) => step.do === 'connect')) {
    return invalid('steps', 'has no "connect"; add { "side": "client", "do": "connect" } as a step')
  }
  for (const [index, step] of scenario.steps.entries()) {
    const at = `steps[${index}]`
    const carries = step.do === 'write' || step.do === 'end'
    if (step.text !== undefined && step.bytes !== undefined) {
      return invalid(at, 'has both "text" and "bytes"; keep one of them')
    }
    if (!carries && (step.text !== undefined || step.bytes !== undefined)) {
      return invalid(
        at,
        `is a "${step.do}", which carries no data; remove "${step.text === undefined ? 'bytes' : 'text'}"`,
      )
    }
    if (step.do === 'write' && step.text === undefined && step.bytes === undefined) {
      return invalid(at, 'is a "write" without data; add "text" or "bytes"')
    }
    if (step.until !== undefined && !step.on?.endsWith(':data')) {
      return invalid(`${at}.until`, 'counts received bytes; it needs "on": "client:data" or "server:data"')
    }
  }
  return ok(scenario)
}

const invalid = (path: string, problem: string): Result<never, 'scenario-invalid'> =>
  err('scenario-invalid', `${path} ${problem}`, { path })
