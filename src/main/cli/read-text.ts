import { closeSync, openSync, readSync } from 'node:fs'
import { encodingOf } from '@shared/json/encoding'
import { usageFailure } from './failure'

/** Larger than any session the app writes; a wrong file, or one without an end, is refused before it fills the memory. */
const MAX_BYTES = 256 * 1024 * 1024
const PIECE_BYTES = 1024 * 1024

/** What names standard input on the command line. */
export const STDIN = '-'

/** What a person calls the place that a path names. */
export const placeName = (path: string): string => (path === STDIN ? 'standard input' : path)

/**
 * Reads a text file to its end, whatever it is: a plain file, a pipe, `-` for standard input.
 *
 * @throws CliFailure where it can't be read or does not end in time
 */
export function readText(path: string): string {
  try {
    const bytes = readBytes(path)
    return new TextDecoder(encodingOf(bytes)).decode(bytes)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    throw usageFailure(`${placeName(path)} can't be read (${String(error.code)}): check the path and its permissions.`)
  }
}

function readBytes(path: string): Uint8Array {
  const file = path === STDIN ? 0 : openSync(path, 'r')
  const pieces: Uint8Array[] = []
  try {
    let total = 0
    for (let piece = readPiece(file); piece.length > 0; piece = readPiece(file)) {
      pieces.push(piece)
      total += piece.length
      if (total > MAX_BYTES) throw usageFailure(`${placeName(path)} is larger than ${MAX_BYTES / 2 ** 20} MiB.`)
    }
  } finally {
    if (file !== 0) closeSync(file)
  }
  return Buffer.concat(pieces)
}

function readPiece(file: number): Uint8Array {
  const room = Buffer.allocUnsafe(PIECE_BYTES)
  for (;;) {
    try {
      return room.subarray(0, readSync(file, room))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      // A terminal's input has no end on Windows but this.
      if (code === 'EOF') return room.subarray(0, 0)
      if (code !== 'EAGAIN') throw error
      // A pipe that does not block, and in which nothing is yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}
