import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { log } from './log'

const file = (name: string): string => join(app.getPath('userData'), name)

/** What the app kept for itself; null where there is nothing. It is checked by who reads it, like any foreign input. */
export function readSettings(name: string): string | null {
  try {
    return readFileSync(file(name), 'utf8')
  } catch {
    return null
  }
}

/**
 * Keeps something as JSON. At once, as a closing window gives no time; renamed into place, so that a crash never leaves half
 * a file. What cannot be kept is noted in the log: nobody's work is in it.
 */
export function writeSettings(name: string, value: unknown): void {
  const draft = `${file(name)}.new`
  try {
    writeFileSync(draft, JSON.stringify(value))
    renameSync(draft, file(name))
  } catch (error) {
    log(`${name} could not be written.`, error)
  }
}
