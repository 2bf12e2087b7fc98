import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { contentSecurityPolicy } from '@shared/protocol/content-security-policy'
import { err, ok, type Result } from '@shared/result'
import type { Entrance } from './entrance'
import { guardRequest, type Refusal } from './guard'

/** Where the built renderer lies, seen from a built entry or one of its chunks; null before the first build. */
export function findRenderer(from: string = import.meta.dirname): string | null {
  const places = ['../renderer', '../../renderer', '../../../out/renderer'].map((path) => join(from, path))
  return places.find((folder) => existsSync(join(folder, 'index.html'))) ?? null
}

/** The bundled program of a wire's ends, in the same places. */
export function endProgram(from: string = import.meta.dirname): string {
  const places = ['../wire', '../../wire', '../../../out/wire'].map((path) => join(from, path, 'end.mjs'))
  return places.find((file) => existsSync(file)) ?? join(from, '../wire/end.mjs')
}

/** What a build of the renderer holds; a file of another kind is not served. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html;charset=utf-8'],
  ['.js', 'text/javascript;charset=utf-8'],
  ['.css', 'text/css;charset=utf-8'],
  ['.json', 'application/json;charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
])

/** The files of a build by their path in an address: `/assets/index.js`. */
export type Assets = ReadonlyMap<string, Asset>

interface Asset {
  readonly body: Buffer
  readonly type: string
  /** A strong validator (RFC 9110 §8.8.3). */
  readonly etag: string
}

/** Headers that every answer carries, also a refusal. */
function securityHeaders(port: number): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy([`ws://127.0.0.1:${port}`, `ws://localhost:${port}`]),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // The port may be another program's, or a newer build's, the next time.
    'Cache-Control': 'no-cache',
  }
}

/**
 * Reads every plain file under a folder, once: afterwards a request opens no file, so none can fail on one, no path leads
 * out of the folder, and a page always gets the scripts of the build that it came from. Links, hidden files and files of
 * a kind that no build holds are left out.
 */
export function readAssets(folder: string): Result<Assets, 'not-built'> {
  const assets = new Map<string, Asset>()
  try {
    addAssets(assets, folder, '')
  } catch (error) {
    return notBuilt(error instanceof Error ? error.message : String(error))
  }
  return assets.has('/index.html') ? ok(assets) : notBuilt(`there is no index.html in ${folder}`)
}

const notBuilt = (why: string): Result<never, 'not-built'> =>
  err('not-built', `The app's files could not be read: ${why}. Run "npm run build".`)

function addAssets(assets: Map<string, Asset>, folder: string, path: string): void {
  for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
    const inside = `${path}/${entry.name}`
    const type = TYPES.get(extname(entry.name))
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) addAssets(assets, folder, inside)
    if (!entry.isFile() || type === undefined) continue
    const body = readFileSync(join(folder, inside))
    assets.set(inside, { body, type, etag: `"${createHash('sha256').update(body).digest('base64url')}"` })
  }
}

export interface Site {
  readonly assets: Assets
  readonly port: () => number
  readonly entrance: Entrance
  readonly token: string
}

/** Serves the assets, and the way in to a browser that was sent here. A range is answered with the whole, as RFC 9110 §14.2 allows. */
export function serveSite(site: Site): (request: IncomingMessage, response: ServerResponse) => void {
  const { assets, port } = site
  return (request, response) => {
    // The peer may go at any moment: whatever the streams say of it ends this exchange, never the host.
    for (const stream of [request, response]) stream.on('error', () => response.destroy())
    for (const [name, value] of Object.entries(securityHeaders(port()))) response.setHeader(name, value)
    const refusal = guardMethod(request.method) ?? guardRequest(request, port())
    if (refusal) return refuse(response, refusal)
    const path = pathOf(request.url)
    if (site.entrance.leadsHere(path)) return letIn(request, response, path, site)
    const asset = assets.get(path)
    if (asset) answer(request, response, asset)
    else refuse(response, { status: 404, message: 'There is no such file.' })
  }
}

/** Sends the browser on to the page with the token, in a fragment as ever: the first time only. */
function letIn(request: IncomingMessage, response: ServerResponse, path: string, { entrance, token }: Site): void {
  if (request.method !== 'GET' || !entrance.redeem(path)) {
    return refuse(response, { status: 410, message: 'This address let a browser in once. Open the printed one.' })
  }
  response.writeHead(303, { Location: `/#token=${token}`, 'Cache-Control': 'no-store', 'Content-Length': 0 })
  response.end()
}

/** The path that a request target names, decoded; `/` is the page. Empty where it can't be decoded. */
function pathOf(target = ''): string {
  try {
    const path = decodeURIComponent(target.split('?', 1)[0] ?? '')
    return path === '/' ? '/index.html' : path
  } catch {
    return ''
  }
}

function answer(request: IncomingMessage, response: ServerResponse, { body, type, etag }: Asset): void {
  response.setHeader('ETag', etag)
  if (isKnown(request.headers['if-none-match'], etag)) {
    response.writeHead(304).end()
    return
  }
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length })
  response.end(body)
}

/** Whether the browser has this version already: weak comparison (RFC 9110 §13.1.2). */
const isKnown = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)

function guardMethod(method: string | undefined): Refusal | null {
  if (method === 'GET' || method === 'HEAD') return null
  return { status: 405, message: 'Only GET and HEAD are answered.', headers: { Allow: 'GET, HEAD' } }
}

function refuse(response: ServerResponse, { status, message, headers }: Refusal): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close', ...headers })
  response.end(`${message}\n`)
}
