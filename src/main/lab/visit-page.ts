import type { IncomingMessage, ServerResponse } from 'node:http'
import { languageOf, say } from '@shared/text'

export interface Welcome {
  /** 1 for the first connection accepted. */
  readonly number: number
  /** 1 for the first request on this connection. */
  readonly request: number
  readonly address: string
  readonly port: number
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">' +
  '<path d="M2 4h11M10 2l3 2-3 2M14 12H3M6 10l-3 2 3 2" fill="none" stroke="#2b6cb0" stroke-width="1.5"/></svg>'

/** Answers one request: the page that names its connection, or the icon that browsers ask for by themselves. */
export function answerVisit(request: IncomingMessage, response: ServerResponse, welcome: Welcome): void {
  request.resume()
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
  const path = request.url?.split('?')[0]
  if (path === '/favicon.ico') send(response, 'image/svg+xml', ICON)
  else send(response, 'text/html; charset=utf-8', page(welcome, request.headers['accept-language']))
}

/** One buffer with its length, so that the answer is as few writes as Node makes of it. */
function send(response: ServerResponse, type: string, text: string): void {
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Length', Buffer.byteLength(text))
  response.end(text)
}

function page(welcome: Welcome, languages = 'en'): string {
  const language = languageOf(languages.split(',').map((tag) => tag.trim()))
  const text = (name: 'title' | 'heading' | 'end' | 'request' | 'question'): string =>
    say(`visit.${name}`, language, { ...welcome })
  return [
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${text('title')}</title>`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    '<style>body{font:18px/1.6 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem}</style>',
    `<h1>${text('heading')}</h1>`,
    `<p>${text('end')}</p>`,
    `<p>${text('request')}</p>`,
    `<p>${text('question')}</p>`,
    '</html>\n',
  ].join('\n')
}
