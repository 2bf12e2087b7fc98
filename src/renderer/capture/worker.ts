import { openCapture, readConnections, type Opened } from '@shared/capture/read/open'
import type { Ask, Tell } from './messages'

/** RFC 1952 §2.3.1: how a gzip file begins. */
const GZIP = [0x1f, 0x8b] as const
/** Bytes between two messages about progress. */
const STEP = 4 * 1024 * 1024
/** Segments a message. */
const SEGMENTS = 5_000

let file: File | null = null
let opened: Opened | null = null

const tell = (message: Tell): void => self.postMessage(message)

self.onmessage = ({ data }: MessageEvent<Ask>): void => {
  answer(data).catch((error: unknown) => {
    tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  })
}

async function answer(ask: Ask): Promise<void> {
  if (ask.kind === 'open') {
    file = ask.file
    opened = await openCapture(pieces(file))
    tell({ kind: 'opened', overview: opened.overview, fault: opened.fault })
    return
  }
  if (file === null || opened === null) return
  const { chosen } = opened
  const trace = await readConnections(
    pieces(file),
    ask.connections.flatMap((index) => chosen[index] ?? []),
  )
  const connections = trace.connections.map(({ segments, ...bare }, index) => {
    for (let from = 0; from < segments.length; from += SEGMENTS) {
      tell({ kind: 'segments', index, segments: segments.slice(from, from + SEGMENTS) })
    }
    return bare
  })
  tell({ kind: 'trace', trace: { ...trace, connections } })
}

/** The file's bytes, unzipped where it is gzip; what a damaged gzip file still gives, and then its end. */
async function* pieces(source: File): AsyncGenerator<Uint8Array> {
  const [first, second] = new Uint8Array(await source.slice(0, GZIP.length).arrayBuffer())
  const isZipped = first === GZIP[0] && second === GZIP[1]
  let [read, told] = [0, 0]
  const counted = source.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(piece, controller) {
        read += piece.length
        if (read - told >= STEP) {
          told = read
          tell({ kind: 'progress', read, size: source.size })
        }
        controller.enqueue(piece)
      },
    }),
  )
  const reader = (isZipped ? counted.pipeThrough(new DecompressionStream('gzip')) : counted).getReader()
  for (;;) {
    const piece = await reader.read().catch((error: unknown) => {
      if (isZipped && error instanceof TypeError) return { done: true as const, value: undefined }
      throw error
    })
    if (piece.done) return
    yield piece.value
  }
}
