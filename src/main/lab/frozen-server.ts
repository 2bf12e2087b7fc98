import type * as Net from 'node:net'
import type * as Threads from 'node:worker_threads'
import type { EventDetail } from '@shared/trace/schema'
import type { TraceEventName } from '@shared/trace/names'

/** What the server's thread tells; `at` is milliseconds on the lab's clock. */
export type FromServer =
  | ({ readonly kind: 'event'; readonly at: number; readonly name: TraceEventName } & ServerEvent)
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'freezing' }
  | { readonly kind: 'thawed'; readonly from: number; readonly to: number }

interface ServerEvent {
  readonly target: 'server' | 'socket'
  readonly detail?: EventDetail
}

export interface ServerThreadData {
  /** The origin of the lab's clock, nanoseconds of `process.hrtime`: one clock for all threads of a process. */
  readonly origin: bigint
}

/**
 * The server's thread: listens, and when told sleeps so that its event loop stands still. It runs from its own text, so
 * that no host has to know of a second file: it may use nothing but its parameter and globals.
 */
export function frozenServer(load: NodeJS.Require): void {
  const { createServer } = load('node:net') as typeof Net
  const { parentPort, workerData } = load('node:worker_threads') as typeof Threads
  const { origin } = workerData as ServerThreadData
  const now = (): number => Number(process.hrtime.bigint() - origin) / 1e6
  const tell = (message: FromServer): void => parentPort?.postMessage(message)
  const add = (target: 'server' | 'socket', name: TraceEventName, detail: EventDetail = {}): void =>
    tell({ kind: 'event', at: now(), target, name, detail })
  const server = createServer((socket) => {
    const { localAddress: address, localPort: port, remoteAddress, remotePort } = socket
    add('server', 'connection', { address, port, remoteAddress, remotePort })
    socket.on('data', (chunk: Buffer) => add('socket', 'data', { bytes: chunk.length }))
    socket.on('end', () => add('socket', 'end'))
    socket.on('finish', () => add('socket', 'finish'))
    socket.on('error', (error) => add('socket', 'error', { message: error.message }))
    socket.on('close', (hadError) => {
      add('socket', 'close', { hadError })
      add('server', 'call:close')
      server.close(() => add('server', 'close'))
    })
  })
  add('server', 'call:listen', { host: '127.0.0.1', port: 0, allowHalfOpen: false })
  server.listen(0, '127.0.0.1', () => {
    const at = server.address()
    const { address, port } = typeof at === 'object' && at ? at : { address: '', port: 0 }
    add('server', 'listening', { address, port })
    tell({ kind: 'listening', port })
  })
  parentPort?.once('message', (milliseconds: number) => {
    const from = now()
    tell({ kind: 'freezing' })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
    tell({ kind: 'thawed', from, to: now() })
    parentPort.unref()
  })
}
