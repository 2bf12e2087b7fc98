import type { CaptureFault } from '@shared/capture/read/format'
import type { Overview } from '@shared/capture/read/survey'
import type { Trace, TraceSegment } from '@shared/trace/schema'
import type { Ask, Tell } from './messages'

/** What stands in a capture file. */
export interface CaptureContents {
  readonly overview: Overview
  readonly fault: CaptureFault | null
}

/** A capture file that a worker reads, so that the page stays responsive whatever its size. */
export interface CaptureReading {
  /** Reads the whole file once. @param onProgress - is told the share that is read, 0 to 1 */
  open(onProgress: (share: number) => void): Promise<CaptureContents>
  /** Reads connections, by their index in the overview, as a trace. Rejects with an Error in the browser's words. */
  read(connections: readonly number[]): Promise<Trace>
  /** Ends the worker, whatever it does. What was asked and is not answered stays unanswered. */
  close(): void
}

export function readCapture(file: File): CaptureReading {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const ask = (message: Ask): void => worker.postMessage(message)

  /** Hands the worker's messages to `take` until it answers with something. */
  function until<T>(message: Ask, take: (told: Tell) => T | null): Promise<T> {
    return new Promise((resolve, reject) => {
      worker.onerror = ({ message: reason }) => reject(new Error(reason))
      worker.onmessage = ({ data }: MessageEvent<Tell>) => {
        if (data.kind === 'failed') reject(new Error(data.reason))
        const answer = take(data)
        if (answer !== null) resolve(answer)
      }
      ask(message)
    })
  }

  return {
    open: (onProgress) =>
      until<CaptureContents>({ kind: 'open', file }, (told) => {
        if (told.kind === 'progress') onProgress(told.read / told.size)
        return told.kind === 'opened' ? told : null
      }),
    read(connections) {
      const pieces = new Map<number, TraceSegment[]>()
      return until<Trace>({ kind: 'read', connections }, (told) => {
        if (told.kind === 'segments') {
          const all = pieces.get(told.index) ?? []
          for (const segment of told.segments) all.push(segment)
          pieces.set(told.index, all)
        }
        if (told.kind !== 'trace') return null
        const { trace } = told
        return {
          ...trace,
          connections: trace.connections.map((bare, index) => ({ ...bare, segments: pieces.get(index) ?? [] })),
        }
      })
    },
    close: () => worker.terminate(),
  }
}
