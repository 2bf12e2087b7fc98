import { ok, type Result } from '@shared/result'
import type { ErrorCode } from '@shared/protocol/errors'
import type { Scenario } from '@shared/scenario/schema'
import type { Trace } from '@shared/trace/schema'
import { internal } from './failures'
import { Lab } from './lab'
import type { OpenLabWire } from './wire-port'

export interface PlayOptions {
  /** Makes the initial sequence numbers the same in each run. */
  readonly seed?: number
  /** Where the server listens: 127.0.0.1 unless given. */
  readonly host?: string
  /** Any free port unless given. */
  readonly port?: number
  /** How long a step waits for its event, milliseconds; 5000 unless given. */
  readonly stepTimeout?: number
  /** Plays it over this wire rather than on the loopback. */
  readonly wire?: OpenLabWire
}

/** How long a wire may take to fall quiet once the sockets are closed, milliseconds: an orphan's last timers are over by then. */
const SETTLES = 20_000

/**
 * Plays a scenario on real sockets from beginning to end, and leaves none behind.
 *
 * @returns what was observed, without segments: the twin infers those; or why the run could not go on
 */
export async function playScenario(scenario: Scenario, options: PlayOptions = {}): Promise<Result<Trace, ErrorCode>> {
  const lab = new Lab(options)
  try {
    const run = await lab.play(scenario, options.wire ? 'wire' : 'loopback')
    if (!run.ok) return run
    const ended = await run.value.ended
    if (!ended.ok) return ended
    await lab.settled(SETTLES)
    const trace = lab.trace(run.value.conversation.id)
    if (!trace) return internal('the run was not recorded')
    return ok(scenario.title ? { ...trace, title: scenario.title } : trace)
  } finally {
    await lab.dispose()
  }
}
