import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { link, type End } from './link.mjs'
import { ANSWER, BINDING, DELIVER, pack, preloadWorld } from './preload-world'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))
const REGISTER = new URL('./register.mjs', import.meta.url).href
/** No browser knows `app:`; it is shown under a secure origin that no name server knows. */
const SHOWN = 'https://handshake-lab.invalid'
const MEANT = 'app://handshake-lab'

const meant = (url: string): string => (url.startsWith(SHOWN) ? MEANT + url.slice(SHOWN.length) : url)
const shown = (url: string): string => (url.startsWith(MEANT) ? SHOWN + url.slice(MEANT.length) : url)

/** What Electron calls the permissions that the page may ask for, by Playwright's names. */
const PERMISSIONS = {
  'clipboard-write': 'clipboard-sanitized-write',
  'clipboard-read': 'clipboard-read',
  notifications: 'notifications',
} as const

export interface StageOptions {
  /** The folder of the app, with its package.json; the repository unless given. */
  readonly app?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** The built desktop app, its main process a Node process over a replaced electron, its pages in a real browser. */
export interface Stage {
  /** The page of the main window, once it is loaded. */
  readonly page: Page
  readonly userData: string
  /** What the pages asked for that is not of the app. */
  readonly foreign: readonly string[]
  /** Chooses an item of the application menu, as a person does: without a key or click in the page. */
  choose(label: string): Promise<void>
  /** Runs a script in the page as a message from outside does: it is no key or click of the reader's. */
  run(script: string): Promise<unknown>
  /** Sets what the next dialogs answer. */
  answer(given: { save?: string | null; open?: readonly string[]; message?: number }): Promise<void>
  /** What the main process asked of the system, by the name of the call. */
  calls(name: string): Promise<unknown[]>
  /** Lets the main process hear an event of `app`. */
  emit(event: string, ...args: unknown[]): Promise<void>
  /** Quits the app. @returns the exit code of its process */
  quit(): Promise<number | null>
}

export interface Main {
  readonly child: ChildProcess
  /** What it wrote to its standard streams so far. */
  readonly said: { readonly text: string }
  /** The code it ends with. */
  readonly exit: Promise<number | null>
}

/** Starts the main process alone. */
export function startMain(userData: string, { app = ROOT, args = [], env = {} }: StageOptions = {}): Main {
  const manifest = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as { main: string; version: string }
  const child = fork(join(app, manifest.main), args, {
    execArgv: ['--import', REGISTER],
    env: { ...process.env, STAGE_APP: app, STAGE_USER_DATA: userData, STAGE_VERSION: manifest.version, ...env },
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const said = { text: '' }
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said.text += chunk.toString()))
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, said, exit }
}

/** Starts the app and waits until its page is loaded. */
export async function startStage(
  context: BrowserContext,
  userData: string,
  options: StageOptions = {},
): Promise<Stage> {
  const { child, said, exit } = startMain(userData, options)
  const pages = new Map<number, Page>()
  const foreign: string[] = []
  let loaded: (page: Page) => void
  const first = new Promise<Page>((resolve) => (loaded = resolve))

  const ask = link(child as unknown as End, {
    async load({ window, url, preload }: { window: number; url: string; preload: string | null }) {
      const page = pages.get(window) ?? (await newPage(window))
      if (preload !== null) await giveBridge(page, window, readFileSync(preload, 'utf8'))
      await page.goto(shown(url))
      loaded(page)
    },
    reload: ({ window }: { window: number }) =>
      pages
        .get(window)
        ?.reload()
        .then(() => undefined),
    destroy: ({ window }: { window: number }) => pages.get(window)?.close(),
    async send({ window, channel, message }: { window: number; channel: string; message: unknown }) {
      const page = pages.get(window)
      if (!page || page.isClosed()) return
      await run(page, `${DELIVER}(${JSON.stringify(channel)}, ${JSON.stringify(pack(message))})`).catch(() => undefined)
    },
    pdf: ({ window }: { window: number }) => pages.get(window)?.pdf({ preferCSSPageSize: true }),
  })

  const sessions = new Map<Page, Promise<CDPSession>>()
  function sessionOf(page: Page): Promise<CDPSession> {
    const found = sessions.get(page) ?? context.newCDPSession(page)
    sessions.set(page, found)
    return found
  }

  /** By hand: `page.evaluate` would count as a key or click of the reader's. */
  async function run(page: Page, expression: string): Promise<unknown> {
    const session = await sessionOf(page)
    const options = { expression, userGesture: false, awaitPromise: true, returnByValue: true }
    return (await session.send('Runtime.evaluate', options)).result.value as unknown
  }

  async function newPage(window: number): Promise<Page> {
    const page = await context.newPage()
    pages.set(window, page)
    await allowWhatMainAllows()
    page.on('close', () => void ask('gone', { window }).catch(() => undefined))
    page.on('popup', (popup) => void openPopup(window, popup))
    return page
  }

  async function openPopup(opener: number, popup: Page): Promise<void> {
    const window = (await ask('open', { window: opener, url: meant(popup.url()) })) as number | null
    if (window === null) return popup.close()
    pages.set(window, popup)
    popup.on('close', () => void ask('gone', { window }).catch(() => undefined))
  }

  /** Not Playwright's own binding, whose every answer counts as a click. The page has no frame but its top one. */
  async function giveBridge(page: Page, window: number, preload: string): Promise<void> {
    const session = await sessionOf(page)
    await session.send('Runtime.enable')
    await session.send('Runtime.addBinding', { name: BINDING })
    session.on('Runtime.bindingCalled', ({ payload }) => {
      const { id, channel, args } = JSON.parse(payload) as { id: number; channel: string; args: unknown[] }
      const frame = { url: meant(page.url()), parent: null }
      void ask('invoke', { window, channel, args, frame })
        .then((answer: unknown) => ({ answer }))
        .catch((error: unknown) => ({ error: String(error) }))
        .then((settled) => run(page, `${ANSWER}(${id}, ${JSON.stringify(pack(settled))})`))
        .catch(() => undefined)
    })
    await page.addInitScript(preloadWorld(preload))
  }

  /** What main's own handler grants is granted, and all else refused, before the page asks. */
  async function allowWhatMainAllows(): Promise<void> {
    const allowed: string[] = []
    for (const [name, permission] of Object.entries(PERMISSIONS)) {
      if (await ask('permission', { permission, origin: `${MEANT}/`, isMainFrame: true })) allowed.push(name)
    }
    await context.grantPermissions(allowed, { origin: SHOWN })
  }

  await context.route(
    () => true,
    async (route) => {
      const url = meant(route.request().url())
      if (!url.startsWith(`${MEANT}/`)) {
        if (url.startsWith('file:')) return route.continue()
        foreign.push(url)
        return route.abort()
      }
      const { status, headers, body } = (await ask('request', { url })) as Served
      await route.fulfill({ status, headers, body: Buffer.from(body) })
    },
  )

  const page = await Promise.race([
    first,
    exit.then((code) => {
      throw new Error(`The main process ended with code ${code} before it opened a page: ${said.text}`)
    }),
  ])
  return {
    page,
    userData,
    foreign,
    choose: async (label) => void (await ask('choose', { label })),
    run: (script) => run(page, script),
    answer: async (given) => void (await ask('answer', given)),
    calls: async (name) =>
      ((await ask('calls')) as [string, unknown?][]).filter(([call]) => call === name).map(([, given]) => given),
    emit: async (event, ...args) => void (await ask('emit', { event, args })),
    async quit() {
      if (child.exitCode === null) void ask('quit').catch(() => undefined)
      return exit
    },
  }
}

interface Served {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: Uint8Array
}
