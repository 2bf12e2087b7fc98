/** Where a command writes; a test gives its own. */
export interface Streams {
  /** What was asked for. */
  readonly out: (data: string | Uint8Array) => void
  /** Everything else: warnings, what was written where. One line each. */
  readonly note: (line: string) => void
  /** Whether a person reads `out` as it comes. */
  readonly outIsTerminal: boolean
}

/** The process's own streams. A reader that went away (`lab list | head -1`) ends the command without a complaint. */
export function processStreams(): Streams {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? 0 : 1)
    })
  }
  return {
    out: (data) => void process.stdout.write(data),
    note: (line) => void process.stderr.write(`${line}\n`),
    outIsTerminal: process.stdout.isTTY,
  }
}
