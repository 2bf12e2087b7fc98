import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { app } from 'electron'
import { log } from './log'

/** As many as a menu shows without being searched. */
const MOST = 10

const file = (): string => join(app.getPath('userData'), 'recent.json')

/** The files opened before that are still there, the latest first. What the file holds is checked like any foreign input. */
export function recentFiles(): string[] {
  let found: unknown
  try {
    found = JSON.parse(readFileSync(file(), 'utf8'))
  } catch {
    return []
  }
  if (!Array.isArray(found)) return []
  const paths = found.filter((path): path is string => typeof path === 'string' && isAbsolute(path) && existsSync(path))
  return paths.slice(0, MOST)
}

/** Puts a file at the head of the list, and into that of the system where it keeps one. */
export function rememberFile(path: string): void {
  app.addRecentDocument(path)
  write([path, ...recentFiles().filter((other) => other !== path)].slice(0, MOST))
}

export function forgetFiles(): void {
  app.clearRecentDocuments()
  write([])
}

function write(paths: readonly string[]): void {
  const draft = `${file()}.new`
  try {
    writeFileSync(draft, JSON.stringify(paths))
    renameSync(draft, file())
  } catch (error) {
    log('The list of recent files could not be written.', error)
  }
}
