import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { writeWhole, type Content } from '../files/write-whole'
import { runFailure, usageFailure } from './failure'
import type { Streams } from './streams'

export const FORMATS = ['svg', 'png', 'handout', 'json', 'pcapng', 'mermaid', 'markdown', 'csv'] as const
export type Format = (typeof FORMATS)[number]

/** Which files to write; `-` is standard output. */
export type Targets = Partial<Record<Format, string>>

const STDOUT = '-'

/**
 * Finds out before the run whether each output can be written, so that no run is played for nothing.
 *
 * @throws CliFailure naming the first that can't
 */
export function checkTargets(targets: Targets, streams: Streams): void {
  const wanted = FORMATS.flatMap((format) => (targets[format] === undefined ? [] : [{ format, file: targets[format] }]))
  const seen = new Map<string, Format>()
  for (const { format, file } of wanted) {
    if (file === '') throw usageFailure(`--${format} needs the name of a file; - is standard output.`)
    const place = file === STDOUT ? file : placeOf(file)
    const other = seen.get(place)
    if (other !== undefined) throw usageFailure(`--${other} and --${format} name the same output: give each its own.`)
    seen.set(place, format)
    if (file !== STDOUT) checkFile(file)
    else if (streams.outIsTerminal && (format === 'png' || format === 'pcapng')) {
      throw usageFailure(`--${format} - would write binary data to the terminal: name a file, or pipe it on.`)
    }
  }
}

/** The same for every name of one file: links are followed. */
function placeOf(file: string): string {
  try {
    const path = resolve(file)
    if (existsSync(path)) {
      const { dev, ino } = statSync(path)
      return `${dev} ${ino}`
    }
    return join(realpathSync(dirname(path)), basename(path))
  } catch {
    // What is wrong with it is said when it is checked.
    return file
  }
}

function checkFile(file: string): void {
  const folder = folderOf(file)
  if (!existsSync(folder)) throw usageFailure(`${file} can't be written: there is no folder ${folder}.`)
  try {
    if (existsSync(file) && statSync(file).isDirectory()) {
      throw usageFailure(`${file} can't be written: it is a folder; name a file in it.`)
    }
    accessSync(existsSync(file) ? file : folder, constants.W_OK)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    throw usageFailure(`${file} can't be written (${String(error.code)}): choose another place.`)
  }
}

/** @throws CliFailure where the working folder itself has been removed */
function folderOf(file: string): string {
  try {
    return dirname(existsSync(file) ? realpathSync(file) : resolve(file))
  } catch {
    throw usageFailure(`${file} can't be written: the folder that this command runs in is gone; go to another one.`)
  }
}

/**
 * Writes one output whole or not at all, and says so on standard error.
 *
 * @throws CliFailure when the disk says no after all
 */
export async function writeTarget(file: string, data: Content, streams: Streams): Promise<void> {
  if (file === STDOUT) return streams.out(data)
  try {
    await writeWhole(file, data)
    streams.note(`Wrote ${file}`)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw runFailure(`${file} could not be written (${code}): it is as it was. Choose another place.`)
  }
}
