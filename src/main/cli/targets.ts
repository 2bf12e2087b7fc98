import { accessSync, constants, existsSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { runFailure, usageFailure } from './failure'
import type { Streams } from './streams'

export const FORMATS = ['svg', 'png', 'handout', 'json', 'pcapng'] as const
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
    const place = file === STDOUT ? file : resolve(file)
    const other = seen.get(place)
    if (other !== undefined) throw usageFailure(`--${other} and --${format} name the same output: give each its own.`)
    seen.set(place, format)
    if (file !== STDOUT) checkFile(file)
    else if (streams.outIsTerminal && (format === 'png' || format === 'pcapng')) {
      throw usageFailure(`--${format} - would write binary data to the terminal: name a file, or pipe it on.`)
    }
  }
}

function checkFile(file: string): void {
  const folder = dirname(resolve(file))
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

/**
 * Writes one output, and says so on standard error.
 *
 * @throws CliFailure when the disk says no after all
 */
export function writeTarget(file: string, data: string | Uint8Array, streams: Streams): void {
  if (file === STDOUT) {
    streams.out(data)
    return
  }
  try {
    writeFileSync(file, data)
    streams.note(`Wrote ${file}`)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw runFailure(`${file} could not be written (${code}): choose another place.`)
  }
}
