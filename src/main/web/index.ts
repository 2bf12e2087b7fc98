import { createServer } from 'node:http'
import { Lab } from '../lab'
import { namespaceWire } from '../wire'
import { err, ok, type Result } from '@shared/result'
import { Entrance } from './entrance'
import { endProgram, findRenderer, readAssets, serveSite } from './files'
import { browserHandlers } from './handlers'
import { listen, type ListenError } from './listen'
import { openInBrowser } from './open-in-browser'
import { createPages } from './pages'
import { createToken } from './token'

export interface ServeOptions {
  /** 0, or nothing: any free port. */
  readonly port?: number
  /** The folder of the built renderer; found beside the program unless given. */
  readonly files?: string
  /** The lab that every page shares; one of its own unless given. Disposed when the server closes, in either case. */
  readonly lab?: Pick<Lab, 'handlers' | 'subscribe' | 'dispose'>
  /** The key of this run; random unless given. */
  readonly token?: string
  /** Receives what a handler threw; standard error unless given. */
  readonly report?: (error: unknown) => void
}

export interface Served {
  /** What to open, the token in its fragment: a fragment is never sent over HTTP (RFC 9110 §4.2.5), nor as Referer. */
  readonly url: string
  readonly port: number
  readonly token: string
  /** Shows the app in the system's browser, by an address that works once. False where there is no opener. */
  open(): Promise<boolean>
  /** Leaves no socket behind. */
  close(): Promise<void>
}

/** The browser host: the same renderer over loopback HTTP, and the lab over WebSocket. */
export async function serve(options: ServeOptions = {}): Promise<Result<Served, ListenError | 'not-built'>> {
  const files = options.files ?? findRenderer()
  if (files === null) return err('not-built', 'The app is not built yet. Run "npm run build".')
  const assets = readAssets(files)
  if (!assets.ok) return assets

  const lab = options.lab ?? new Lab({ wire: namespaceWire(endProgram()) })
  const token = options.token ?? createToken()
  const report = options.report ?? console.error
  const entrance = new Entrance()
  let port = 0
  const source = {
    handlers: browserHandlers(lab.handlers),
    subscribe: (listener: Parameters<Lab['subscribe']>[0]) => lab.subscribe(listener),
    report,
  }
  const pages = createPages(source, token, () => port)
  const server = createServer(serveSite({ assets: assets.value, port: () => port, entrance, token }))
  server.on('upgrade', pages.upgrade)

  const bound = await listen(server, options.port ?? 0)
  if (!bound.ok) {
    await lab.dispose()
    return bound
  }
  port = bound.value
  server.on('error', report)

  return ok({
    url: `http://127.0.0.1:${port}/#token=${token}`,
    port,
    token,
    open: () => openInBrowser(`http://127.0.0.1:${port}${entrance.issue()}`),
    async close() {
      pages.close()
      const closed = new Promise<void>((done) => server.close(() => done()))
      server.closeAllConnections()
      await Promise.all([closed, lab.dispose()])
    },
  })
}
