/** What a command answers with: done, the run failed, the command line or a file is wrong. */
export const EXIT = { done: 0, runFailed: 1, usage: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Ends a command with one line on standard error; thrown only inside this host, caught in `program.ts`. */
export class CliFailure extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode,
  ) {
    super(message)
  }
}

/** What nobody thought of, in one line: never a stack trace. */
export function unexpected(error: unknown): CliFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EMFILE' || code === 'ENFILE') {
    return runFailure('This system lets the command open too few files: allow more ("ulimit -n 1024"), then try again.')
  }
  if (code === 'ENOENT' && String(error).includes('uv_cwd')) {
    return usageFailure('The folder that this command runs in is gone: go to another one.')
  }
  if (error instanceof RangeError)
    return runFailure(`The result is too large (${error.message}): choose a smaller run.`)
  return runFailure(`Something unexpected went wrong (${String(error)}): please report it with the command you gave.`)
}

export const usageFailure = (message: string): CliFailure => new CliFailure(message, EXIT.usage)
export const runFailure = (message: string): CliFailure => new CliFailure(message, EXIT.runFailed)
