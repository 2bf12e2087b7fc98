import { existsSync } from 'node:fs'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { BLANKS, renderWorksheet, type Blank } from '@shared/handout'
import { simulate } from '@shared/tcp/simulate'
import { LANGUAGES, type Language } from '@shared/text'
import { traceSchema, type Trace } from '@shared/trace/schema'
import { usageFailure } from '../failure'
import { seedArgument } from '../numbers'
import { readJson } from '../read-json'
import { findOrRead } from '../scenario'
import type { Streams } from '../streams'
import { checkTargets, writeTarget } from '../targets'

interface WorksheetArguments {
  readonly sheet: string
  readonly key?: string
  readonly blank: readonly Blank[]
  readonly seed: number
  readonly connection?: string
  readonly lang: Language
  readonly seq: 'relative' | 'absolute'
}

export function addWorksheet(program: Command, streams: Streams): void {
  program
    .command('worksheet')
    .description('make a worksheet with blank fields, and its answer key, of a scenario or of a saved trace')
    .argument('<source>', 'a scenario of the catalogue, played on the virtual network, or the path of a trace')
    .requiredOption('--sheet <file>', 'write the worksheet as one HTML page to print; - is standard output')
    .option('--key <file>', 'write the answer key')
    .option('--blank <fields>', `what may be blank, joined by commas: ${BLANKS.join(', ')}`, blankArgument, [
      'flags',
      'seq',
      'ack',
    ])
    .option('--seed <number>', 'which of them are: another sheet for each student', seedArgument, 1)
    .option('--connection <id>', 'which connection of the trace; without it, the first')
    .addOption(new Option('--lang <language>', 'language of the page').choices(LANGUAGES).default('en'))
    .addOption(
      new Option('--seq <numbers>', 'sequence numbers from 0, or as the header carries them')
        .choices(['relative', 'absolute'])
        .default('relative'),
    )
    .action(async (source: string, options: WorksheetArguments) => {
      const { sheet, key, blank: blanks, seed, connection, lang: language, seq } = options
      const trace = traceOf(source)
      checkTargets({ handout: sheet }, streams)
      if (key !== undefined) checkTargets({ handout: key }, streams)
      if (key === sheet) throw usageFailure('--sheet and --key name the same output: give each its own.')
      const made = renderWorksheet(trace, { blanks, seed, language, seq, ...(connection ? { connection } : {}) })
      if (!made) throw usageFailure('There are no segments to ask about: choose another connection or scenario.')
      await writeTarget(sheet, made.sheet, streams)
      if (key !== undefined) await writeTarget(key, made.key, streams)
    })
}

/** A path is a trace; a bare name is a scenario. */
function traceOf(source: string): Trace {
  if (/\.json$/.test(source) && existsSync(source)) return readJson(source, traceSchema, 'trace')
  const scenario = findOrRead(source)
  const played = simulate({ ...scenario, profile: scenario.profile ?? 'linux' })
  if (!played.ok) throw usageFailure(played.error.message)
  return played.value
}

function blankArgument(text: string): Blank[] {
  const fields = text.split(',').map((field) => field.trim())
  const unknown = fields.find((field) => !(BLANKS as readonly string[]).includes(field))
  if (unknown !== undefined) throw new InvalidArgumentError(`"${unknown}" is none of ${BLANKS.join(', ')}.`)
  return fields as Blank[]
}
