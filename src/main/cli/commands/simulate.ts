import type { Command } from 'commander'
import { usageFailure } from '../failure'
import { seedArgument } from '../numbers'
import { addOutputOptions, type OutputOptions } from '../output-options'
import { patiently } from '../patience'
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
    const seed = options.seed === undefined ? {} : { seed: options.seed }
    const played = await patiently('Simulating', () => simulate(scenario, seed))
    if (!played.ok) throw usageFailure(played.error.message)
    await patiently('Writing', () => present(played.value, options, streams))
  })
}
