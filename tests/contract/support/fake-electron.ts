import { EventEmitter } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { loadPage, type FakeFrame, type FakePage } from './fake-page'

/**
 * Stands in for the `electron` module: every message between the processes is structured-cloned, as Electron does. It
 * knows only what the app calls; anything else is undefined and fails loudly.
 */
type Handler = (...args: never[]) => unknown
interface MessageBox {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
  readonly signal?: AbortSignal
}
export interface InvokeEvent {
  sender: unknown
  senderFrame: FakeFrame | null
}

/** What the tests set before, and look at afterwards. */
export const fake = {
  handlers: new Map<string, Handler>(),
  windows: [] as BrowserWindow[],
  privileged: [] as { scheme: string; privileges: Record<string, boolean> }[],
  schemes: new Map<string, (request: { url: string }) => Promise<Response>>(),
  calls: [] as string[],
  lock: true,
  languages: ['en-GB'],
  userData: '',
  workAreas: [{ x: 0, y: 0, width: 1920, height: 1080 }],
  saveDialog: { canceled: true, filePath: '' },
  saveDialogOptions: null as unknown,
  messageBoxAnswer: 1,
  messageBox: null as MessageBox | null,
  errorBoxes: [] as string[],
  switches: [] as string[],
  openDialog: [] as string[],
  copied: [] as unknown[],
  popups: [] as unknown[],
  exposed: {} as Record<string, unknown>,
  printAnswer: '',
  openedOutside: [] as string[],
  revealed: [] as string[],
  menu: null as unknown,
  about: null as unknown,
  permissions: {} as Record<string, Handler>,
  exitCode: null as number | null,
  reset(): void {
    app.removeAllListeners()
    // Or one that waits to be shown would be, in the middle of the next test.
    for (const window of fake.windows) window.destroyed = true
    fake.handlers.clear()
    fake.schemes.clear()
    Object.assign(fake, { windows: [], privileged: [], calls: [], lock: true, languages: ['en-GB'], userData: '' })
    Object.assign(fake, { openedOutside: [], revealed: [], menu: null, about: null, permissions: {}, exitCode: null })
    fake.saveDialog = { canceled: true, filePath: '' }
    Object.assign(fake, { messageBoxAnswer: 1, messageBox: null, errorBoxes: [], switches: [] })
    Object.assign(fake, { openDialog: [], copied: [], popups: [], printAnswer: '' })
    app.isPackaged = false
    fake.workAreas = [{ x: 0, y: 0, width: 1920, height: 1080 }]
    nativeTheme.themeSource = 'system'
  },
  /** A message to the main process from any frame, cloned both ways. */
  async invoke(event: InvokeEvent, channel: string, args: unknown[]): Promise<unknown> {
    const sent = structuredClone(args)
    await nextTurn()
    const handler = fake.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    const answer: unknown = await handler(...([event, ...sent] as never[]))
    await nextTurn()
    return structuredClone(answer)
  },
}

const note = (call: string): void => void fake.calls.push(call)

/** Electron says on `process` where the package keeps what lies beside its asar. */
Object.assign(process, { resourcesPath: '/no/package/resources' })

class App extends EventEmitter {
  isPackaged = false
  setAppUserModelId = (id: string): void => note(`setAppUserModelId ${id}`)
  getAppPath = (): string => `${fake.userData}/app`
  isReady = (): boolean => fake.calls.includes('ready')
  addRecentDocument = (path: string): void => note(`addRecentDocument ${path}`)
  clearRecentDocuments = (): void => note('clearRecentDocuments')
  name = ''
  setName = (name: string): void => void (this.name = name)
  getVersion = (): string => '9.9.9'
  getLocale = (): string => 'en-GB'
  getPreferredSystemLanguages = (): string[] => fake.languages
  getPath(name: string): string {
    if (name === 'userData' || name === 'temp') return fake.userData
    return name === 'logs' ? `${fake.userData}/logs` : `/${name}`
  }
  commandLine = { hasSwitch: (name: string): boolean => fake.switches.includes(name) }
  requestSingleInstanceLock = (): boolean => fake.lock
  enableSandbox = (): void => note('enableSandbox')
  whenReady = async (): Promise<void> => {
    await nextTurn()
    note('ready')
  }
  quit = (): void => note('quit')
  exit = (code: number): void => void (fake.exitCode = code)
  setAboutPanelOptions = (options: unknown): void => void (fake.about = options)
  showAboutPanel = (): void => note('showAboutPanel')
}
export const app = new App()

interface OpenAnswer {
  action: string
  outlivesOpener?: boolean
  overrideBrowserWindowOptions?: WindowOptions
}
type WindowOptions = Record<string, unknown> & { webPreferences?: Record<string, unknown> & { preload?: string } }

export class WebContents extends EventEmitter {
  readonly mainFrame: FakeFrame = { url: '', parent: null }
  page: FakePage | null = null
  openHandler: ((details: { url: string }) => OpenAnswer) | null = null
  constructor(private readonly preload: string | null) {
    super()
  }
  setWindowOpenHandler = (handler: NonNullable<WebContents['openHandler']>): void => void (this.openHandler = handler)
  send(channel: string, message: unknown): void {
    const { page } = this
    const sent = structuredClone(message)
    setImmediate(() => {
      if (page && page === this.page) page.deliver(channel, sent)
    })
  }
  /** What `window.open` does: asks the handler, and makes the window where it allows one. */
  open(url: string): BrowserWindow | null {
    const answer = this.openHandler?.({ url })
    if (answer?.action !== 'allow') return null
    const created = new BrowserWindow(answer.overrideBrowserWindowOptions ?? {})
    created.webContents.mainFrame.url = url
    this.emit('did-create-window', created, { url })
    return created
  }
  loading = false
  isLoadingMainFrame = (): boolean => this.loading
  setZoomMode = (mode: string): void => note(`setZoomMode ${mode}`)
  session = {
    setPermissionRequestHandler: (): void => undefined,
    setPermissionCheckHandler: (): void => undefined,
    setDevicePermissionHandler: (): void => undefined,
    setDisplayMediaRequestHandler: (): void => undefined,
    webRequest: { onBeforeRequest: (listener: Handler): void => void (fake.permissions['web'] = listener) },
  }
  printToPDF = (): Promise<Buffer> => Promise.resolve(Buffer.from('%PDF'))
  print(_options: unknown, done: (ok: boolean, why: string) => void): void {
    note('print')
    done(fake.printAnswer === '', fake.printAnswer)
  }
  forcefullyCrashRenderer(): void {
    note('forcefullyCrashRenderer')
    this.page = null
    this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 })
  }
  /** A new document: the preload runs again, and what was on its way to the old one is lost. */
  reload(): void {
    note('reload')
    if (this.preload === null) return
    const event = { sender: this, senderFrame: this.mainFrame }
    this.page = loadPage(this.preload, (channel, args) => fake.invoke(event, channel, args))
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  minimized = false
  maximized = false
  bounds = { x: 10, y: 20, width: 900, height: 700 }
  constructor(readonly options: WindowOptions) {
    super()
    this.webContents = new WebContents(options.webPreferences?.preload ?? null)
    fake.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url
    this.webContents.reload()
    return Promise.resolve()
  }
  loadFile(path: string): Promise<void> {
    note(`loadFile ${path}`)
    return Promise.resolve()
  }
  destroyed = false
  isDestroyed = (): boolean => this.destroyed
  destroy = (): void => void (this.destroyed = true)
  show = (): void => note('show')
  focus = (): void => note('focus')
  close = (): void => note('close')
  setFullScreen = (on: boolean): void => note(`setFullScreen ${on}`)
  restore = (): void => note('restore')
  maximize = (): void => note('maximize')
  isMinimized = (): boolean => this.minimized
  isMaximized = (): boolean => this.maximized
  getNormalBounds = (): BrowserWindow['bounds'] => this.bounds
}

export const ipcMain = {
  handle: (channel: string, handler: Handler): void => void fake.handlers.set(channel, handler),
}
export const protocol = {
  registerSchemesAsPrivileged(schemes: typeof fake.privileged): void {
    if (fake.calls.includes('ready')) throw new Error('too late: Electron is ready')
    fake.privileged = schemes
  },
  handle: (scheme: string, handler: (request: { url: string }) => Promise<Response>): void =>
    void fake.schemes.set(scheme, handler),
}
const permission =
  (name: string) =>
  (handler: Handler): void =>
    void (fake.permissions[name] = handler)
export const session = {
  defaultSession: {
    setPermissionRequestHandler: permission('request'),
    setPermissionCheckHandler: permission('check'),
    setDevicePermissionHandler: permission('device'),
    setDisplayMediaRequestHandler: permission('display'),
  },
}
export const Menu = {
  buildFromTemplate: (template: object): unknown =>
    Object.defineProperty(template, 'popup', { value: () => void fake.popups.push(template) }),
  setApplicationMenu: (menu: unknown): void => void (fake.menu = menu),
}
export const dialog = {
  showSaveDialog(...args: unknown[]): Promise<typeof fake.saveDialog> {
    fake.saveDialogOptions = args.at(-1)
    return Promise.resolve(fake.saveDialog)
  },
  showOpenDialog: (): Promise<{ filePaths: string[] }> => Promise.resolve({ filePaths: fake.openDialog }),
  /** Answers at once, or when it is taken away where the answer is -1. */
  showMessageBox(...args: unknown[]): Promise<{ response: number }> {
    note('showMessageBox')
    const box = args.at(-1) as MessageBox
    fake.messageBox = box
    if (fake.messageBoxAnswer >= 0) return Promise.resolve({ response: fake.messageBoxAnswer })
    return new Promise((resolve) => box.signal?.addEventListener('abort', () => resolve({ response: 1 })))
  },
  showErrorBox: (title: string, content: string): void => void fake.errorBoxes.push(`${title}\n${content}`),
}
export const shell = {
  openExternal(url: string): Promise<void> {
    fake.openedOutside.push(url)
    return Promise.resolve()
  },
  openPath: (path: string): Promise<string> => {
    note(`openPath ${path}`)
    return Promise.resolve('')
  },
  showItemInFolder: (path: string): void => void fake.revealed.push(path),
}
/** The renderer's half, for a preload that is imported rather than built. */
export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown): void => void (fake.exposed[name] = api),
}
export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke(channel: string, ...args: unknown[]): Promise<string> {
    note(`invoke ${channel} ${JSON.stringify(args)}`)
    return Promise.resolve('answered')
  },
})

export class ClipboardItem {
  constructor(readonly items: Record<string, Blob>) {}
}
export const clipboard = {
  writeText: (text: string): Promise<void> => Promise.resolve(void fake.copied.push(text)),
  write: (items: unknown[]): Promise<void> => Promise.resolve(void fake.copied.push(...items)),
}
export const crashReporter = { start: (options: unknown): void => note(`crashReporter ${JSON.stringify(options)}`) }
export const screen = { getAllDisplays: (): unknown[] => fake.workAreas.map((workArea) => ({ workArea })) }
export const nativeTheme = { shouldUseDarkColors: false, themeSource: 'system' }
