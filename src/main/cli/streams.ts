import { writeSync } from 'node:fs'
import type { Content } from '../files/write-whole'
import { EXIT } from './failure'
import { escapeLines, escapeText } from './terminal'

/** Where a command writes; a test gives its own. Nothing else in this host writes to a terminal. */
export interface Streams {
  /** Lines for people to read: escaped, whoever reads them. */
  readonly print: (text: string) => void
  /** A document that was asked for: as it is, but escaped where a terminal shows it. Settles once it is handed over. */
  readonly out: (data: Content) => Promise<void>
  /** Everything else: warnings, what was written where. One line each, escaped. */
  readonly note: (line: string) => void
  /** Whether a person reads standard output as it comes. */
  readonly outIsTerminal: boolean
}

/**
 * The process's own streams. A reader that went away (`lab list | head -1`) ends the command without a complaint; a full
 * disk behind standard output ends it with one.
 */
export function processStreams(): Streams {
  const { stdout, stderr } = process
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') complain(`Standard output could not be written (${code}): choose another place.`)
    process.exit(code === 'EPIPE' ? EXIT.done : EXIT.runFailed)
  })
  stderr.on('error', () => process.exit(EXIT.runFailed))
  return {
    print: (text) => void stdout.write(escapeLines(text)),
    out: async (data) => {
      const pieces = typeof data === 'string' || data instanceof Uint8Array ? [data] : data
      for (const piece of pieces) {
        const shown = stdout.isTTY && typeof piece === 'string' ? escapeLines(piece) : piece
        // 'error' ends the process, so 'drain' is what comes next.
        if (!stdout.write(shown)) await new Promise((resolve) => stdout.once('drain', resolve))
      }
    },
    note: (line) => void stderr.write(`${escapeText(line)}\n`),
    outIsTerminal: stdout.isTTY,
  }
}

/** Written at once: the process ends with the next statement. */
function complain(line: string): void {
  try {
    writeSync(2, `${line}\n`)
  } catch {
    // Nobody can be told.
  }
}
