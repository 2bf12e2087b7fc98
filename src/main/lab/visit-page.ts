import type { IncomingMessage, ServerResponse } from 'node:http'

export interface Welcome {
  /** 1 for the first connection accepted. */
  readonly number: number
  /** 1 for the first request on this connection. */
  readonly request: number
  readonly address: string
  readonly port: number
}

const SAYINGS = {
  en: ({ number, request, address, port }: Welcome) => ({
    title: `Connection ${number}`,
    heading: `You came in on connection ${number}.`,
    lines: [
      `Your end of it is ${address}, port ${port}.`,
      `This page is the answer to request ${request} on that connection.`,
      'Go back to the lab: which of the connections there was the handshake?',
    ],
  }),
  'zh-CN': ({ number, request, address, port }: Welcome) => ({
    title: `连接 ${number}`,
    heading: `你是通过第 ${number} 个连接进来的。`,
    lines: [
      `你这一端的地址是 ${address}，端口是 ${port}。`,
      `本页是对该连接上第 ${request} 个请求的响应。`,
      '回到实验室看一看：这些连接里，哪一个是三次握手？',
    ],
  }),
} as const

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
  const language = /^\s*zh\b/i.test(languages) ? 'zh-CN' : 'en'
  const { title, heading, lines } = SAYINGS[language](welcome)
  return [
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title}</title>`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    '<style>body{font:18px/1.6 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem}</style>',
    `<h1>${heading}</h1>`,
    ...lines.map((line) => `<p>${line}</p>`),
    '</html>\n',
  ].join('\n')
}
