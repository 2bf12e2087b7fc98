import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Pieces } from '@shared/capture/read/open'
import { usageFailure } from './failure'

const PIECE = 1024 * 1024
/** RFC 1952 §2.3.1: how a gzip file begins. */
const GZIP = [0x1f, 0x8b] as const
/** What of standard input is kept, since it can be read only once. */
const MOST_FROM_STDIN = 2 ** 30

/** A capture file that can be read more than once, piece by piece. */
export interface CaptureFile {
  /** From the first byte on, unzipped where the file is gzip. */
  readonly pieces: () => Pieces
}

/**
 * @param path - of the file; `-` is standard input
 * @throws CliFailure where it can't be read
 */
export async function captureFile(path: string): Promise<CaptureFile> {
  if (path !== '-') return { pieces: () => unzipped(fromDisk(path)) }
  const kept: Uint8Array[] = []
  let size = 0
  for await (const piece of process.stdin as AsyncIterable<Uint8Array>) {
    kept.push(piece)
    size += piece.length
    if (size > MOST_FROM_STDIN)
      throw usageFailure('More than 1 GiB on standard input: save it to a file and open that.')
  }
  return { pieces: () => unzipped(kept) }
}

async function* fromDisk(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Uint8Array>
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw usageFailure(`${path} can't be read (${code}): check the path and its permissions.`)
  }
}

async function* unzipped(pieces: Pieces): AsyncGenerator<Uint8Array> {
  const [first, all] = await peek(pieces)
  if (first?.[0] !== GZIP[0] || first[1] !== GZIP[1]) {
    yield* all
    return
  }
  const zipped = Readable.from(all, { objectMode: false })
  const plain = createGunzip({ chunkSize: PIECE })
  zipped.on('error', (error) => plain.destroy(error))
  try {
    yield* zipped.pipe(plain) as AsyncIterable<Uint8Array>
  } catch (error) {
    // A file that was cut off or damaged gives what could be unzipped; the reader says where the packets end.
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error
  }
}

/** The first piece, and all of them. */
async function peek(pieces: Pieces): Promise<[Uint8Array | undefined, AsyncGenerator<Uint8Array>]> {
  const source = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]()
  const first = await source.next()
  async function* all(): AsyncGenerator<Uint8Array> {
    for (let one = first; one.done !== true; one = await source.next()) yield one.value
  }
  return [first.done === true ? undefined : first.value, all()]
}
