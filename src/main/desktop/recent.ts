import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { app } from 'electron'
import { readSettings, writeSettings } from './settings-file'

const FILE = 'recent.json'
/** As many as a menu shows without being searched. */
const MOST = 10

/** The files opened before that are still there, the latest first. */
export function recentFiles(): string[] {
  const found = parse(readSettings(FILE) ?? '[]')
  if (!Array.isArray(found)) return []
  const paths = found.filter((path): path is string => typeof path === 'string' && isAbsolute(path) && existsSync(path))
  return paths.slice(0, MOST)
}

/** Puts a file at the head of the list, and into that of the system where it keeps one. */
export function rememberFile(path: string): void {
  app.addRecentDocument(path)
  writeSettings(FILE, [path, ...recentFiles().filter((other) => other !== path)].slice(0, MOST))
}

export function forgetFiles(): void {
  app.clearRecentDocuments()
  writeSettings(FILE, [])
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
