import { Command, CommanderError } from 'commander'
import { addDoctor } from './commands/doctor'
import { addList } from './commands/list'
import { addOpen } from './commands/open'
import { addRender } from './commands/render'
import { addRun } from './commands/run'
import { addServe, type Serve } from './commands/serve'
import { addSimulate } from './commands/simulate'
import { addWire } from './commands/wire'
import { addWorksheet } from './commands/worksheet'
import { CliFailure, EXIT, unexpected, usageFailure, type ExitCode } from './failure'
import type { Streams } from './streams'

export interface Host {
  /** What the user typed to get here, for the help. */
  readonly name: string
  readonly version: string
  readonly serve: Serve
  /** The bundled program of a wire's ends. */
  readonly endProgram: string
  readonly streams: Streams
}

const NO_COMMAND =
  'Say which command: run, simulate, render, open, worksheet, list, serve, wire or doctor; "--help" explains them.'
const EXIT_CODES = '\nExit code: 0 done, 1 the run failed, 2 the command line or the file is wrong.'

/**
 * The command line, from arguments to exit code. Errors go to standard error in one line that says what to do.
 *
 * @param args without the program's own name
 */
export async function runCli(args: readonly string[], host: Host): Promise<ExitCode> {
  const program = createProgram(host)
  try {
    if (args.length === 0) throw usageFailure(NO_COMMAND)
    await program.parseAsync(args, { from: 'user' })
    return EXIT.done
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    const failure = error instanceof CliFailure ? error : unexpected(error)
    host.streams.note(failure.message)
    return failure.exitCode
  }
}

function createProgram({ name, version, serve, streams, endProgram }: Host): Command {
  const program = new Command()
    .name(name)
    .description('See how a TCP connection opens and closes: what the program saw, what TCP must have done, and why.')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'say how to use this command')
    .helpCommand(false)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: streams.print,
      writeErr: streams.print,
      outputError: (message) => streams.note(`${oneLine(message)} ("--help" shows what there is.)`),
    })
    .addHelpText('afterAll', EXIT_CODES)
  // Set before the commands are added, so that each inherits it.
  addRun(program, streams, endProgram)
  addSimulate(program, streams)
  addRender(program, streams)
  addOpen(program, streams)
  addWorksheet(program, streams)
  addList(program, streams)
  addServe(program, streams, serve)
  addWire(program, streams, endProgram)
  addDoctor(program, streams)
  return program
}

/** commander's `error: unknown option '--sgv'\n(Did you mean --svg?)`, as a sentence of ours. */
const oneLine = (message: string): string =>
  message
    .trim()
    .replace(/^error: /, '')
    .replace(/^./, (letter) => letter.toUpperCase())
    .replaceAll(/\s*\n\s*/g, ' ')
