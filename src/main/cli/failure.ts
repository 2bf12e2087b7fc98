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

export const usageFailure = (message: string): CliFailure => new CliFailure(message, EXIT.usage)
export const runFailure = (message: string): CliFailure => new CliFailure(message, EXIT.runFailed)
