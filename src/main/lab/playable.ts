import type { Scenario } from '@shared/scenario/schema'
import { needsSimulator, scenarioInvalid, type LabFailure } from './failures'

/** Why a scenario can't be played on real sockets; null where it can. */
export function checkPlayable(scenario: Scenario): LabFailure | null {
  if (scenario.network || scenario.counterfactual?.length) return needsSimulator(scenario.id)
  return checkSteps(scenario)
}

/** Why its steps can't be made on real sockets; null where they can. */
export function checkSteps(scenario: Scenario): LabFailure | null {
  for (const [index, step] of scenario.steps.entries()) {
    const reason = stepFault(step, index)
    if (reason) return scenarioInvalid(index + 1, reason)
  }
  return null
}

function stepFault(step: Scenario['steps'][number], index: number): string | null {
  if (step.do === 'connect' && step.side === 'server') return 'only the client can connect.'
  if (step.do === 'connect' && index > 0) return 'only the first step can connect.'
  if (step.do !== 'connect' && index === 0) return 'the first step has to be "client connect".'
  if (step.until !== undefined && !step.on?.endsWith(':data')) return '"until" needs "on" with a data event.'
  if (step.text !== undefined && step.bytes !== undefined) return 'give either "text" or "bytes".'
  const carries = step.do === 'write' || step.do === 'end'
  if (!carries && (step.text !== undefined || step.bytes !== undefined)) return `"${step.do}" carries no data.`
  return null
}
