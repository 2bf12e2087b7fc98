import type { Command } from 'commander'
import { traceSchema } from '@shared/trace/schema'
import { addOutputOptions, type OutputOptions } from '../output-options'
import { patiently } from '../patience'
import { present } from '../present'
import { readJson } from '../read-json'
import type { Streams } from '../streams'
import { checkTargets } from '../targets'

export function addRender(program: Command, streams: Streams): void {
  const command = program
    .command('render')
    .description('show a trace again that the app or --json saved')
    .argument('<trace>', 'the path of the file')
  addOutputOptions(command).action(async (path: string, options: OutputOptions) => {
    const trace = await patiently('Reading', () => readJson(path, traceSchema, 'trace'))
    checkTargets(options, streams)
    await patiently('Writing', () => present(trace, options, streams))
  })
}
