import type { Socket } from 'node:net'
import type { EventDetail } from '@shared/trace/schema'
import type { Side } from '@shared/trace/names'
import { errorCode } from './failures'
import type { Recording } from './recording'

/** Records every event that Node fires on this socket (Node documentation, `net.Socket`). */
export function observe(recording: Recording, side: Side, socket: Socket): void {
  const add = recording.add.bind(recording, side)
  socket.on('data', (chunk: Buffer) => recording.addData(side, chunk))
  socket.on('lookup', (error, address, family, host) =>
    add('lookup', { host, address, family: `IPv${family}`, ...(error ? errorDetail(error) : {}) }),
  )
  socket.on('connect', () => add('connect', addressDetail(socket)))
  socket.on('ready', () => add('ready'))
  socket.on('drain', () => add('drain'))
  socket.on('timeout', () => add('timeout'))
  socket.on('end', () => add('end'))
  socket.on('finish', () => add('finish'))
  socket.on('error', (error) => add('error', errorDetail(error)))
  socket.on('close', (hadError) => add('close', { hadError }))
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
