import * as v from 'valibot'
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
  if (!parsed.ok) return parsed
  const result = v.safeParse(scenarioSchema, parsed.value)
  if (!result.success) return invalid(pathOf(result.issues[0]), advice(result.issues[0]))
  return checkSteps(result.output)
}

function parseJson(text: string): Result<unknown, 'scenario-invalid'> {
  try {
    return ok(JSON.parse(text) as unknown)
  } catch (error) {
    return invalid(
      'the file',
      `is not JSON (${error instanceof Error ? error.message : 'unreadable'}); correct it there`,
    )
  }
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

type Issue = v.BaseIssue<unknown>

/** `steps[2].do`, or `the scenario` for the whole. */
function pathOf(issue: Issue): string {
  const path = (issue.path ?? []).reduce((text, { key }) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')
  return path === '' ? 'the scenario' : path
}

function advice(issue: Issue): string {
  const missing = issue.received === 'undefined'
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'is not a known field; remove or correct it'
  if (missing) return `is missing; expected ${issue.expected ?? 'a value'}`
  if (!issue.message.startsWith('Invalid')) return `is ${issue.received}: ${issue.message}`
  return `is ${issue.received}; expected ${issue.expected}`
}

const invalid = (path: string, problem: string): Result<never, 'scenario-invalid'> =>
  err('scenario-invalid', `${path} ${problem}`, { path })
