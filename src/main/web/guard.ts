import type { IncomingMessage } from 'node:http'
import { WIRE_PROTOCOL, tokenProtocol } from '@shared/protocol/wire'
import { sameToken } from './token'

/** Why a request is refused: an HTTP status and a sentence. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 410 | 503
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}

type Request = Pick<IncomingMessage, 'headers' | 'headersDistinct'>

/** The names under which a browser on this machine reaches us; it leaves out HTTP's default port. */
const hosts = (port: number): readonly string[] =>
  ['127.0.0.1', 'localhost'].map((name) => (port === 80 ? name : `${name}:${port}`))

/**
 * Refuses what another site could send. A foreign name in `Host` is DNS rebinding: the attacker's name now points at
 * 127.0.0.1, so that its pages would count as ours. A foreign `Origin` is another site's page asking.
 */
export function guardRequest({ headers: { host, origin }, headersDistinct }: Request, port: number): Refusal | null {
  // Whoever stands before us may have looked at the other one (RFC 9112 §3.2).
  if ((headersDistinct['host']?.length ?? 0) > 1) return { status: 400, message: 'A request names one Host.' }
  if (host === undefined || !hosts(port).includes(host)) {
    return { status: 403, message: `This server answers only to ${hosts(port).join(' and ')}.` }
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return { status: 403, message: 'This server answers only to its own page.' }
  }
  return null
}

/**
 * Refuses a WebSocket handshake that does not come from our page with this run's token. The same-origin policy does not
 * cover WebSocket (RFC 6455 §10.2), so `Origin` must be there and be ours.
 */
export function guardUpgrade(request: Request, port: number, token: string): Refusal | null {
  const refusal = guardRequest(request, port)
  if (refusal) return refusal
  const { headers } = request
  if (headers.origin === undefined) return { status: 403, message: 'A page must say where it comes from.' }
  const protocols = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  if (!protocols.includes(WIRE_PROTOCOL)) return { status: 400, message: `Expected the protocol ${WIRE_PROTOCOL}.` }
  const known = protocols.some((name) => sameToken(name, tokenProtocol(token)))
  return known ? null : { status: 401, message: 'The token of this run is missing or wrong.' }
}
