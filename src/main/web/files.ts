import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { contentSecurityPolicy } from '@shared/protocol/content-security-policy'
import { guardRequest, type Refusal } from './guard'

/** Where the built renderer lies, seen from a built entry or one of its chunks; null before the first build. */
export function findRenderer(from: string = import.meta.dirname): string | null {
  const places = ['../renderer', '../../renderer', '../../../out/renderer'].map((path) => join(from, path))
  return places.find((folder) => existsSync(join(folder, 'index.html'))) ?? null
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

/** Serves the files under `folder`, and nothing else: the list of them is made once, so no path can lead out of it. */
export function serveFiles(
  folder: string,
  port: () => number,
): (request: IncomingMessage, response: ServerResponse) => void {
  const files = sirv(folder, { etag: true, dotfiles: false })
  return (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders(port()))) response.setHeader(name, value)
    const refusal = guardRequest(request.headers, port()) ?? guardMethod(request.method)
    if (refusal) return refuse(response, refusal)
    files(request, response, () => refuse(response, { status: 404, message: 'There is no such file.' }))
  }
}

function guardMethod(method: string | undefined): Refusal | null {
  return method === 'GET' || method === 'HEAD' ? null : { status: 405, message: 'Only GET and HEAD are answered.' }
}

function refuse(response: ServerResponse, { status, message }: Refusal): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
  response.end(`${message}\n`)
}
