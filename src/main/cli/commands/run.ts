import type { Command } from 'commander'
import { runFailure, usageFailure } from '../failure'
import { seedArgument } from '../numbers'
import { addOutputOptions, type OutputOptions } from '../output-options'
import { patiently } from '../patience'
import { present } from '../present'
import type { Streams } from '../streams'
import { checkTargets } from '../targets'

/** Failures of a run that are the file's fault, not the run's. */
const WRONG_FILE: ReadonlySet<string> = new Set(['scenario-invalid', 'not-supported', 'wire-not-playable'])

interface RunOptions extends OutputOptions {
  readonly seed?: number
  readonly wire?: true
}

export function addRun(program: Command, streams: Streams, endProgram: string): void {
  const command = program
    .command('run')
    .description('play a scenario on real sockets of this computer, and show what happened')
    .argument('<scenario>', 'its id in the catalogue, or the path of a file')
    .option('--seed <number>', 'makes the initial sequence numbers the same in each run', seedArgument)
    .option('--wire', 'play it between two kernels on a wire of the lab, with the faults of its network (Linux)')
  addOutputOptions(command).action(async (name: string, options: RunOptions) => {
    const { findOrRead, isWhatIf } = await import('../scenario')
    const scenario = findOrRead(name)
    if (!options.wire && isWhatIf(scenario)) {
      throw usageFailure(
        `"${scenario.id}" needs a network of its own: play it with "simulate" instead of "run", or with "run --wire".`,
      )
    }
    checkTargets(options, streams)
    const [{ playScenario }, { twinTrace }] = await Promise.all([import('../../lab'), import('@shared/tcp/twin')])
    const wire = options.wire ? { wire: (await import('../../wire')).namespaceWire(endProgram) } : {}
    const seed = options.seed === undefined ? {} : { seed: options.seed }
    const played = await patiently('Playing', () => playScenario(scenario, { ...seed, ...wire }))
    if (!played.ok) {
      const { code, message } = played.error
      throw WRONG_FILE.has(code) ? usageFailure(message) : runFailure(message)
    }
    await patiently('Writing', () => present(twinTrace(played.value), options, streams))
  })
}
