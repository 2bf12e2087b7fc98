import type { Socket } from 'node:net'
import type { EventDetail } from '@shared/trace/schema'
import type { Side } from '@shared/trace/names'
import { errorCode } from './failures'
import type { Recording } from './recording'

/** Where calls and events go. */
export type EventSink = Pick<Recording, 'add' | 'addData'>

/**
 * Records every event that Node fires on this socket (Node documentation, `net.Socket`), before anybody who listens
 * already reacts: an answer stands after what it answers.
 */
export function observe(sink: EventSink, side: Side, socket: Socket): void {
  const add = sink.add.bind(sink, side)
  socket.prependListener('data', (chunk: Buffer) => sink.addData(side, chunk))
  socket.prependListener('lookup', (error, address, family, host) =>
    add('lookup', { host, address, family: `IPv${family}`, ...(error ? errorDetail(error) : {}) }),
  )
  socket.prependListener('connect', () => add('connect', addressDetail(socket)))
  socket.prependListener('ready', () => add('ready'))
  socket.prependListener('drain', () => add('drain'))
  socket.prependListener('timeout', () => add('timeout'))
  socket.prependListener('end', () => add('end'))
  socket.prependListener('finish', () => add('finish'))
  socket.prependListener('error', (error) => add('error', errorDetail(error)))
  socket.prependListener('close', (hadError) => add('close', { hadError }))
  // Unlike on('data'), prependListener does not start the flow.
  if (socket.readableFlowing === null) socket.resume()
}

/** Both ends of a socket as Node gives them; a value is missing where the socket is gone already. */
export function addressDetail(socket: Socket): EventDetail {
  const { localAddress, localPort, remoteAddress, remotePort } = socket
  return {
    ...(localAddress === undefined ? {} : { address: localAddress }),
    ...(localPort === undefined ? {} : { port: localPort }),
    ...(remoteAddress === undefined ? {} : { remoteAddress }),
    ...(remotePort === undefined ? {} : { remotePort }),
  }
}

export function errorDetail(error: Error): EventDetail {
  const code = errorCode(error)
  return code === undefined ? { message: error.message } : { code, message: error.message }
}
