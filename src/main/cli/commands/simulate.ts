import type { Command } from 'commander'
import { usageFailure } from '../failure'
import { seedArgument } from '../numbers'
import { addOutputOptions, type OutputOptions } from '../output-options'
import { present } from '../present'
import type { Streams } from '../streams'
import { checkTargets } from '../targets'

export function addSimulate(program: Command, streams: Streams): void {
  const command = program
    .command('simulate')
    .description('play a scenario on the virtual network, and show what happened')
    .argument('<scenario>', 'its id in the catalogue, or the path of a file')
    .option('--seed <number>', "overrides the scenario's own seed; the same seed gives the same bytes", seedArgument)
  addOutputOptions(command).action(async (name: string, options: OutputOptions & { seed?: number }) => {
    const { findOrRead } = await import('../scenario')
    const scenario = findOrRead(name)
    checkTargets(options, streams)
    const { simulate } = await import('@shared/tcp/simulate')
    const played = simulate(scenario, options.seed === undefined ? {} : { seed: options.seed })
    if (!played.ok) throw usageFailure(played.error.message)
    await present(played.value, options, streams)
  })
}
