import { connect } from 'node:net'
import type { Random } from './random'

/** Request header fields of the IANA registry, those of browsers and proxies, and names that are none. */
const NAMES = [
  ...'A-IM Accept Accept-Charset Accept-Encoding Accept-Language Access-Control-Request-Headers'.split(' '),
  ...'Access-Control-Request-Method Alt-Used Authorization Cache-Control Connection Content-Encoding'.split(' '),
  ...'Content-Length Content-Type Cookie Date DNT Expect Forwarded From Host HTTP2-Settings If-Match'.split(' '),
  ...'If-Modified-Since If-None-Match If-Range If-Unmodified-Since Keep-Alive Last-Event-ID Max-Forwards'.split(' '),
  ...'Origin Pragma Prefer Priority Proxy-Authorization Proxy-Connection Range Referer Sec-CH-UA Sec-Fetch-Dest'.split(
    ' ',
  ),
  ...'Sec-Fetch-Mode Sec-Fetch-Site Sec-Fetch-User Sec-GPC Sec-WebSocket-Extensions Sec-WebSocket-Key'.split(' '),
  ...'Sec-WebSocket-Protocol Sec-WebSocket-Version Service-Worker TE Trailer Transfer-Encoding Upgrade'.split(' '),
  ...'Upgrade-Insecure-Requests User-Agent Via Warning X-Forwarded-For X-Forwarded-Host X-Requested-With'.split(' '),
  ...'__proto__ constructor toString X-\u00e9 \u0000'.split(' '),
]

const VALUES = [
  '',
  ' ',
  '*',
  '0',
  '-1',
  '1e308',
  '99999999999999999999',
  'NaN',
  'W/"x"',
  '"',
  'chunked',
  'gzip, chunked',
  'identity',
  'gzip;q=0, br;q=-1',
  'websocket',
  'h2c',
  'Upgrade',
  'close, keep-alive, Upgrade',
  '100-continue',
  '200-ok',
  'dGhlIHNhbXBsZSBub25jZQ==',
  '13',
  '255',
  'handshake-lab.1, token.x',
  'permessage-deflate; client_max_window_bits=99',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  'Fri, 31 Feb 9999 25:61:61 GMT',
  'null',
  'http://evil.example',
  '\u0000',
  '\u007f',
  '\u001b[31m',
  '\u00ff\u00fe',
  '%0d%0aSet-Cookie: a=b',
  '../../etc/passwd',
  'x'.repeat(20_000),
  ','.repeat(5000),
]

/** Values that a field's own reader looks at. */
const OF_FIELD: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    Range: 'bytes=5-2 bytes=0-0 bytes=-1 bytes=-0 bytes=999999999- bytes=0-,1-,2- bytes= bytes=a-b lines=1-2'.split(
      ' ',
    ),
    Host: ['evil.example', '127.0.0.1', 'localhost', '[::1]', '127.0.0.1:65536', 'a, b', '@'],
    Connection: ['close', 'keep-alive', 'Upgrade', 'close, keep-alive, Upgrade', 'Host', 'Content-Length'],
    'Content-Length': ['0', '1', '-1', '+1', '1, 1', '0x10', '9007199254740993', '1e3'],
    'Transfer-Encoding': ['chunked', 'gzip, chunked', 'chunked, chunked', 'identity', '\u000bchunked', 'chunked;x'],
    'If-None-Match': ['*', '"', 'W/"x"', 'W/', '"a", "b"', ','.repeat(5000)],
    Upgrade: ['websocket', 'h2c', 'WebSocket, h2c', 'TLS/1.0'],
    'Sec-WebSocket-Key': ['dGhlIHNhbXBsZSBub25jZQ==', 'x', '=='],
    'Sec-WebSocket-Version': ['13', '8', '255', '13, 8'],
    'Sec-WebSocket-Protocol': ['handshake-lab.1', 'handshake-lab.1, token.x', ',,', 'token.'],
    'Sec-WebSocket-Extensions': ['permessage-deflate', 'permessage-deflate; client_max_window_bits=99', ';', 'a; b="'],
  }),
)

const METHODS = [
  ...'GET GET GET GET HEAD POST PUT DELETE OPTIONS TRACE CONNECT PATCH PRI get'.split(' '),
  '',
  'G\u0000T',
]
const TARGETS = [
  ...'/ / / /index.html /assets/a.js /lab /lab? /?a=b#c * // /. /.. /../x /%2e%2e/x /%00 /% /%ff /assets/'.split(' '),
  'http://127.0.0.1/',
  '/__proto__',
  '/constructor',
  `/${'a'.repeat(9000)}`,
  '',
  '/a b',
  '\u0000',
]
const VERSIONS = ['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/9.9', 'JUNK', '']
const BREAKS = ['\r\n', '\r\n', '\r\n', '\r\n', '\n', '\r', '\r\n ', '']
const BODIES = [
  '',
  '',
  '',
  'x',
  '5\r\nhello\r\n0\r\n\r\n',
  'ffffffffffffffff\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  '\u0000\u0081',
]

/** The bytes of one request, most of them wrong in some way: the `n`th names the `n`th field. */
export function wrongRequest(random: Random, port: number, n: number): string {
  const header = (name: string): string => {
    const value = random.pick(random.chance(0.7) ? (OF_FIELD.get(name) ?? VALUES) : VALUES)
    return `${name}:${random.pick([' ', ' ', '', '\t'])}${value}`
  }
  const headers = [header(NAMES[n % NAMES.length] ?? 'Host')]
  for (let more = random.int(4); more > 0; more--) headers.push(header(random.pick(NAMES)))
  if (random.chance(0.9)) headers.unshift(`Host: 127.0.0.1:${port}`)
  if (random.chance(0.2)) headers.push('Connection: Upgrade', 'Upgrade: websocket', `Origin: http://127.0.0.1:${port}`)
  const plain = random.chance(0.6)
  const line = plain
    ? `GET ${random.pick(['/', '/lab'])} HTTP/1.1`
    : `${random.pick(METHODS)} ${random.pick(TARGETS)} ${random.pick(VERSIONS)}`
  const text = [line, ...headers, '', ''].join(plain ? '\r\n' : random.pick(BREAKS)) + random.pick(BODIES)
  if (random.chance(0.9)) return text
  const at = random.int(text.length + 1)
  return random.chance(0.5) ? text.slice(0, at) : text.slice(0, at) + random.pick(VALUES) + text.slice(at + 1)
}

export interface HttpFuzz {
  readonly port: number
  readonly count: number
  readonly random: Random
  /** Requests at the same time. */
  readonly at?: number
}

/**
 * Sends wrong requests to a server, many at a time, and asks for the page now and then.
 *
 * @returns how many were answered, and how many the server closed without a word
 * @throws when the page is not answered any more: naming the seed is up to the caller
 */
export async function fuzzHttp({
  port,
  count,
  random,
  at = 16,
}: HttpFuzz): Promise<{ answered: number; closed: number }> {
  const outcome = { answered: 0, closed: 0 }
  let sent = 0
  const worker = async (): Promise<void> => {
    while (sent < count) {
      sent += 1
      const answer = await send(port, wrongRequest(random, port, sent))
      outcome[answer === '' ? 'closed' : 'answered'] += 1
      if (sent % 250 === 0) await probe(port)
    }
  }
  await Promise.all(Array.from({ length: at }, worker))
  await probe(port)
  return outcome
}

async function probe(port: number): Promise<void> {
  const page = await send(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`, 20_000)
  if (!page.startsWith('HTTP/1.1 200 ')) throw new Error(`the page is not answered any more: "${page.slice(0, 80)}"`)
}

/** How long a wrong request may wait for its answer before it is ended, milliseconds: most that wait wait for more. */
const PATIENCE = 30

/**
 * One request on a connection of its own, which ends with a reset.
 *
 * @returns the first bytes of the answer; empty where there was none
 */
function send(port: number, text: string, patience = PATIENCE): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    const finish = (): void => {
      socket.resetAndDestroy()
      resolve(answer)
    }
    // What waits for the rest of the request is told that there is none.
    socket.setTimeout(patience, () => (socket.writableEnded ? finish() : socket.end()))
    socket.on('connect', () => socket.write(text, 'latin1'))
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1', 0, 80)
      finish()
    })
    socket.on('error', finish)
    socket.on('close', finish)
  })
}
