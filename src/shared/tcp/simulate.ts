import { err, ok, type Result } from '../result'
import type { Network, Scenario, Step } from '../scenario/schema'
import type { Trace } from '../trace/schema'
import { PARAMETERS } from './parameters'
import { World } from './simulation/world'

/** The longest a simulated run lasts, ms of its own time; whoever would go on for ever (a window probe) stops here. */
const LONGEST = 3_600_000
const MOST_TASKS = 500_000

export type SimulateError = 'unknown-parameter' | 'step-never-came'

/**
 * Plays a scenario on the virtual network: no sockets, no clock, no chance but the seed's. The same scenario and seed give
 * the same trace, byte for byte (invariant 2).
 *
 * @param options.seed - 32-bit; otherwise the scenario's own
 */
export function simulate(scenario: Scenario, options: { readonly seed?: number } = {}): Result<Trace, SimulateError> {
  const network = scenario.network ?? DEFAULT_NETWORK
  const unknown = Object.keys(network.parameters).find((name) => !Object.hasOwn(PARAMETERS, name))
  if (unknown !== undefined)
    return err('unknown-parameter', `The scenario sets "${unknown}", which is no TCP parameter of the model.`, {
      parameter: unknown,
    })
  const seed = options.seed ?? network.seed
  const world = new World(scenario, network, seed)
  world.start()
  for (let tasks = 0; tasks < MOST_TASKS && world.clock.tick(LONGEST); tasks += 1);
  const { pending } = world.player
  if (pending !== null) return neverCame(pending.step, pending.index)
  return ok({
    version: 1,
    mode: 'simulated',
    scenario: scenario.id,
    ...(scenario.title === undefined ? {} : { title: scenario.title }),
    profile: scenario.profile ?? 'rfc',
    seed,
    ...(scenario.counterfactual === undefined ? {} : { counterfactual: scenario.counterfactual }),
    connections: world.record(),
  })
}

const DEFAULT_NETWORK: Network = {
  delay: 20,
  jitter: 0,
  seed: 1,
  faults: [],
  happenings: [],
  parameters: {},
  backlog: 128,
  synCookies: false,
}

const neverCame = (step: Step, index: number): Result<never, SimulateError> =>
  err(
    'step-never-came',
    `Step ${index + 1} (${step.side} ${step.do}) waited for "${step.on ?? 'its turn'}", which never came.`,
    { step: index + 1, on: step.on ?? '' },
  )
