/**
 * Stands in for the `electron` module of a built main process: its pages are shown by the browser of the test, which
 * talks to it over `link`. What main registers (protocol, IPC and permission handlers, menus) is called as Electron would
 * call it. It has no windows and no sandbox, and proves nothing of them.
 */
import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { link } from './link.mjs'

const {
  STAGE_APP = '',
  STAGE_USER_DATA = '',
  STAGE_VERSION = '',
  STAGE_FAILS = '',
  STAGE_LANGUAGES = 'en-GB',
} = process.env

/** What the test sets before a dialog is shown. */
const answers = { save: /** @type {string | null} */ (null), open: /** @type {string[]} */ ([]), message: 0 }
/** What main asked of the system, in order: the name of the call and what it was given. */
const calls = /** @type {[string, unknown?][]} */ ([])
const note = (/** @type {string} */ name, /** @type {unknown} */ given) => void calls.push([name, given])

/** @type {Map<string, (...args: any[]) => any>} */
const commands = new Map()
/** @type {Map<string, (request: Request) => Promise<Response>>} */
const schemes = new Map()
/** @type {Record<string, (...args: any[]) => any>} */
const permissions = {}
/** @type {any[]} */
let menu = []
/** @type {Map<number, BrowserWindow>} */
const windows = new Map()

const windowOf = (/** @type {number} */ id) => /** @type {BrowserWindow} */ (windows.get(id))

const ask = link(/** @type {import('./link.mjs').End} */ (/** @type {unknown} */ (process)), {
  async request({ url }) {
    const response = await schemes.get(new URL(url).protocol.slice(0, -1))?.(new Request(url))
    if (!response) return { status: 404, headers: {}, body: new Uint8Array() }
    const body = new Uint8Array(await response.arrayBuffer())
    return { status: response.status, headers: Object.fromEntries(response.headers), body }
  },
  invoke({ window, frame, channel, args }) {
    const handler = commands.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return handler({ sender: windowOf(window).webContents, senderFrame: frame }, ...args)
  },
  open({ window, url }) {
    const { webContents } = windowOf(window)
    const answer = webContents.openHandler({ url })
    if (answer.action !== 'allow') return null
    const created = new BrowserWindow(answer.overrideBrowserWindowOptions ?? {})
    webContents.emit('did-create-window', created, { url })
    return created.id
  },
  permission: ({ permission, origin, isMainFrame }) => permissions.check?.(null, permission, origin, { isMainFrame }),
  choose({ label }) {
    const item = menu.flatMap(({ submenu }) => submenu ?? []).find((entry) => entry.label === label)
    if (!item?.click) throw new Error(`the menu has no "${label}" that can be chosen`)
    item.click()
  },
  answer: (given) => void Object.assign(answers, given),
  calls: () => calls,
  emit: ({ event, args }) => void app.emit(event, { preventDefault() {} }, ...args),
  gone({ window }) {
    const gone = windowOf(window)
    windows.delete(window)
    gone.emit('closed')
  },
  quit: () => app.quit(),
})

/** @param {string} why */
function fail(why) {
  throw new Error(why)
}

class App extends EventEmitter {
  name = ''
  isPackaged = false
  commandLine = { hasSwitch: (/** @type {string} */ name) => process.argv.includes(`--${name}`) }
  setName = (/** @type {string} */ name) => void (this.name = name)
  setAppUserModelId = (/** @type {string} */ id) => note('setAppUserModelId', id)
  getAppPath = () => STAGE_APP
  getVersion = () => STAGE_VERSION
  getLocale = () => STAGE_LANGUAGES.split(',')[0]
  getPreferredSystemLanguages = () => STAGE_LANGUAGES.split(',')
  getPath(/** @type {string} */ name) {
    const folder = name === 'userData' ? STAGE_USER_DATA : join(STAGE_USER_DATA, name)
    mkdirSync(folder, { recursive: true })
    return folder
  }
  requestSingleInstanceLock = () => true
  isReady = () => true
  enableSandbox = () => note('enableSandbox')
  whenReady() {
    if (STAGE_FAILS === 'ready') return Promise.reject(new Error('not ready'))
    if (STAGE_FAILS === 'unheard') void Promise.reject(new Error('unheard'))
    if (STAGE_FAILS === 'uncaught' || STAGE_FAILS === 'unheard') setTimeout(() => fail('out of the blue'), 50)
    return Promise.resolve()
  }
  addRecentDocument = (/** @type {string} */ path) => note('addRecentDocument', path)
  clearRecentDocuments = () => note('clearRecentDocuments')
  setAboutPanelOptions = (/** @type {unknown} */ options) => note('setAboutPanelOptions', options)
  showAboutPanel = () => note('showAboutPanel')
  quit = () => void this.emit('will-quit', { preventDefault() {} })
  exit = (/** @type {number} */ code) => process.exit(code)
}
export const app = new App()

const HANDLERS = ['PermissionRequest', 'PermissionCheck', 'DevicePermission', 'DisplayMediaRequest'].map(
  (name) => `set${name}Handler`,
)
class WebContents extends EventEmitter {
  openHandler = () => /** @type {any} */ ({ action: 'allow' })
  session = {
    ...Object.fromEntries(HANDLERS.map((name) => [name, () => undefined])),
    webRequest: { onBeforeRequest() {} },
  }
  /** @param {BrowserWindow} window */
  constructor(window) {
    super()
    this.window = window
  }
  send = (/** @type {string} */ channel, /** @type {unknown} */ message) =>
    void ask('send', { window: this.window.id, channel, message })
  setWindowOpenHandler = (/** @type {any} */ handler) => void (this.openHandler = handler)
  setZoomMode = (/** @type {string} */ mode) => note('setZoomMode', mode)
  isLoadingMainFrame = () => false
  reload = () => void ask('reload', { window: this.window.id })
  forcefullyCrashRenderer = () => note('forcefullyCrashRenderer')
  printToPDF = (/** @type {unknown} */ options) => ask('pdf', { window: this.window.id, options }).then(Buffer.from)
  print(/** @type {unknown} */ options, /** @type {(ok: boolean, why: string) => void} */ done) {
    note('print', options)
    done?.(true, '')
  }
}

export class BrowserWindow extends EventEmitter {
  static #last = 0
  id = (BrowserWindow.#last += 1)
  webContents = new WebContents(this)
  /** @param {any} options */
  constructor(options) {
    super()
    this.options = options
    windows.set(this.id, this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(/** @type {string} */ url) {
    const preload = this.options.webPreferences?.preload ?? null
    await ask('load', { window: this.id, url, preload })
    this.webContents.emit('did-finish-load')
    this.emit('ready-to-show')
  }
  loadFile = (/** @type {string} */ path) => this.loadURL(pathToFileURL(path).href)
  isDestroyed = () => !windows.has(this.id)
  destroy() {
    windows.delete(this.id)
    void ask('destroy', { window: this.id })
    this.emit('closed')
  }
  close() {
    this.emit('close', {})
    this.destroy()
  }
  show = () => note('show', this.id)
  focus = () => note('focus', this.id)
  restore = () => note('restore', this.id)
  maximize = () => note('maximize', this.id)
  setFullScreen = (/** @type {boolean} */ on) => note('setFullScreen', on)
  isMinimized = () => false
  isMaximized = () => false
  getNormalBounds = () => ({ x: 0, y: 0, width: 1280, height: 860 })
}

export const ipcMain = {
  handle: (/** @type {string} */ channel, /** @type {any} */ handler) => void commands.set(channel, handler),
}
export const protocol = {
  registerSchemesAsPrivileged: (/** @type {unknown} */ given) => note('registerSchemesAsPrivileged', given),
  handle: (/** @type {string} */ scheme, /** @type {any} */ handler) => void schemes.set(scheme, handler),
}
export const session = {
  defaultSession: {
    setPermissionRequestHandler: (/** @type {any} */ handler) => void (permissions.request = handler),
    setPermissionCheckHandler: (/** @type {any} */ handler) => void (permissions.check = handler),
    setDevicePermissionHandler: (/** @type {any} */ handler) => void (permissions.device = handler),
    setDisplayMediaRequestHandler: (/** @type {any} */ handler) => void (permissions.display = handler),
  },
}
export const Menu = {
  buildFromTemplate: (/** @type {any[]} */ template) => ({
    template,
    popup: () =>
      note(
        'popup',
        template.map(({ label }) => label),
      ),
  }),
  setApplicationMenu: (/** @type {{ template: any[] }} */ given) => void (menu = given.template),
}
export const dialog = {
  async showSaveDialog(/** @type {any[]} */ ...args) {
    note('showSaveDialog', args.at(-1))
    return { canceled: answers.save === null, filePath: answers.save ?? '' }
  },
  async showOpenDialog(/** @type {any[]} */ ...args) {
    note('showOpenDialog', args.at(-1))
    return { canceled: answers.open.length === 0, filePaths: answers.open }
  },
  async showMessageBox(/** @type {any[]} */ ...args) {
    const { message, detail, buttons } = args.at(-1)
    note('showMessageBox', { message, detail, buttons })
    return { response: answers.message }
  },
  showErrorBox: (/** @type {string} */ title, /** @type {string} */ content) => console.error(`${title}\n${content}`),
}
export const shell = {
  openExternal: async (/** @type {string} */ url) => note('openExternal', url),
  openPath: async (/** @type {string} */ path) => (note('openPath', path), ''),
  showItemInFolder: (/** @type {string} */ path) => note('showItemInFolder', path),
}
export class ClipboardItem {
  /** @param {Record<string, Blob>} items */
  constructor(items) {
    this.items = items
  }
  get types() {
    return Object.keys(this.items)
  }
}
export const clipboard = {
  writeText: async (/** @type {string} */ text) => note('copy', text),
  async write(/** @type {ClipboardItem[]} */ [item]) {
    const blob = item?.items['image/png']
    note('copy', blob && new Uint8Array(await blob.arrayBuffer()))
  },
}
export const crashReporter = { start: (/** @type {unknown} */ options) => note('crashReporter', options) }
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] }
export const nativeTheme = { shouldUseDarkColors: false, themeSource: 'system' }
