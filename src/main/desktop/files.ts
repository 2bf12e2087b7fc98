import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, join, relative, sep } from 'node:path'
import { contentSecurityPolicy } from '@shared/protocol/content-security-policy'
import { isOurs } from './address'

/** What a build of the renderer holds; anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const HEADERS = {
  'Content-Security-Policy': contentSecurityPolicy(),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const

/** The file that an address of ours names within `folder`; null for an address or a path that leads out of it. */
export function resolveFile(folder: string, address: string): string | null {
  if (!isOurs(address)) return null
  const path = decode(new URL(address).pathname)
  if (path === null || path.includes('\0')) return null
  const file = join(folder, path === '/' ? 'index.html' : path)
  const within = relative(folder, file)
  const leadsOut = within === '' || within === '..' || within.startsWith(`..${sep}`) || isAbsolute(within)
  return leadsOut ? null : file
}

/** Answers one request of the page, with the policy that binds the page. */
export async function answerFile(folder: string, address: string): Promise<Response> {
  const file = resolveFile(folder, address)
  const type = file === null ? undefined : TYPES[extname(file)]
  if (file === null || type === undefined) return refuse()
  try {
    return new Response(await readFile(file), { headers: { ...HEADERS, 'Content-Type': type } })
  } catch {
    return refuse()
  }
}

const refuse = (): Response =>
  new Response('There is no such file.\n', { status: 404, headers: { ...HEADERS, 'Content-Type': 'text/plain' } })

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
