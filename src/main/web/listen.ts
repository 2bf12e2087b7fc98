import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isBlockedPort } from '@shared/protocol/blocked-ports'
import { err, ok, type Result } from '@shared/result'

export type ListenError = 'port-in-use' | 'port-forbidden' | 'port-invalid' | 'port-blocked' | 'internal'

/** Binds to 127.0.0.1, and only there, on a port that browsers open. Answers the port it really got. */
export function listen(server: Server, port: number): Promise<Result<number, ListenError>> {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    return Promise.resolve(err('port-invalid', `${port} is not a port: give a whole number from 0 to 65535.`, { port }))
  }
  if (isBlockedPort(port)) {
    const message = `Browsers refuse to open a page on port ${port}. Choose another one, such as 8080, or 0 for any.`
    return Promise.resolve(err('port-blocked', message, { port }))
  }
  return new Promise((done) => {
    const fail = (error: NodeJS.ErrnoException): void => done(explain(error, port))
    server.once('error', fail)
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', fail)
      done(ok((server.address() as AddressInfo).port))
    })
  })
}

function explain(error: NodeJS.ErrnoException, port: number): Result<never, ListenError> {
  if (error.code === 'EADDRINUSE') {
    return err('port-in-use', `Port ${port} is taken by another program. Choose another one, or 0 for any.`, { port })
  }
  if (error.code === 'EACCES') {
    return err('port-forbidden', `This system does not let you use port ${port}. Choose one above 1023.`, { port })
  }
  return err('internal', `The server could not start: ${error.message}.`)
}
