import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from 'electron'

/** Bytes after which the log begins anew; the one before stays beside it. */
const LARGEST = 1_000_000

/** Where the app writes what went wrong; it stays on this machine. */
export const logFile = (): string => join(app.getPath('logs'), 'main.log')

/**
 * Notes what went wrong, on standard error and in the log file: who starts the app from a menu sees no terminal. Written
 * before it returns, so that the last words of a process are there too.
 *
 * @param error its stack is noted with the line
 */
export function log(line: string, error?: unknown): void {
  const words = error === undefined ? line : `${line} ${describe(error)}`
  console.error(words)
  try {
    const file = logFile()
    mkdirSync(dirname(file), { recursive: true })
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.old`)
    appendFileSync(file, `${new Date().toISOString()} ${words}\n`)
  } catch (unwritable) {
    console.error(unwritable)
  }
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)
