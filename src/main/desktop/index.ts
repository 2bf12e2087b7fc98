import { app, nativeTheme, session, type BrowserWindow, type Event } from 'electron'
import { MENU_CHANNEL } from '@shared/protocol/bridge'
import type { EventBatch } from '@shared/protocol/events'
import type { Handlers, LabHandlers } from '@shared/protocol/handlers'
import type { MenuAction } from '@shared/protocol/menu'
import { ok } from '@shared/result'
import { languageOf, type Language } from '@shared/text'
import { watchProcesses } from './failures'
import { handoutHandler } from './handout'
import { forbidLeaving, forbidPermissions } from './hardening'
import { information } from './information'
import { answerCommands, sendBatch } from './ipc'
import { labels, type Labels } from './labels'
import { showMenu } from './menu-bar'
import { chooseFile, filesIn, followLink, handToPage, linksIn } from './open-file'
import { disposeBeforeQuit } from './quit'
import { forgetFiles, recentFiles, rememberFile } from './recent'
import { sandboxProcesses } from './sandbox'
import { userFiles } from './save'
import { registerScheme, serveScheme } from './scheme'
import { watchForTrouble } from './trouble'
import { load, openWindow, type LabWindow } from './window'
import { windowHandlers } from './window-handlers'

export { giveUp, noteRejection } from './failures'

export interface DesktopOptions {
  readonly lab: {
    readonly handlers: LabHandlers
    subscribe(listener: (batch: EventBatch) => void): () => void
    dispose(): Promise<void>
  }
  /** The built preload, an absolute path. */
  readonly preload: string
  /** The folder of the built renderer. */
  readonly renderer: string
}

/** Names the app to Windows, whose taskbar groups and pins by it; electron-builder gives the installed one the same. */
const APP_ID = 'org.handshake-lab.desktop'

/** The desktop host. Must be called before Electron is ready; a second instance only brings the first one forward. */
export async function startDesktop({ lab, preload, renderer }: DesktopOptions): Promise<void> {
  app.setName('Handshake Lab')
  if (!app.requestSingleInstanceLock()) return app.quit()
  app.setAppUserModelId(APP_ID)
  watchProcesses()
  sandboxProcesses()
  registerScheme()
  forbidLeaving()

  let opened: LabWindow | null = null
  let language: Language = 'en'
  const texts = (): Labels => labels(language)
  const current = (): BrowserWindow | null => (opened && !opened.window.isDestroyed() ? opened.window : null)
  const tell = (action: MenuAction): void => current()?.webContents.send(MENU_CHANNEL, action)

  function open(): BrowserWindow {
    opened = openWindow(preload, texts, tell)
    const { window } = opened
    watchForTrouble(window, texts)
    window.on('leave-full-screen', () => tell('left-full-screen'))
    load(window)
    return window
  }

  /** Shows the window, whatever state it is in, and opens one where there is none, as on macOS after it was closed. */
  function bringForward(): BrowserWindow {
    const window = current()
    if (!window) return open()
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    return window
  }

  async function openFile(path: string): Promise<void> {
    if (!(await handToPage(path, bringForward(), texts()))) return
    rememberFile(path)
    putMenu()
  }

  function putMenu(): void {
    showMenu(texts(), {
      recent: recentFiles(),
      ask: tell,
      openFile: () => void chooseFile(current(), texts()).then((path) => (path === null ? undefined : openFile(path))),
      openRecent: (path) => void openFile(path),
      clearRecent() {
        forgetFiles()
        putMenu()
      },
    })
  }

  /** Opens what a command line names: files and links of ours, and nothing else of it. */
  async function openAll(argv: readonly string[], folder: string): Promise<void> {
    for (const link of linksIn(argv)) await followLink(link, bringForward())
    for (const path of filesIn(argv, folder)) await openFile(path)
  }

  // macOS hands over files and links by these, also before there is an app to show them.
  const early: string[] = []
  const later = (event: Event, what: string): void => {
    event.preventDefault()
    if (app.isReady()) void openAll([what], '/')
    else early.push(what)
  }
  app.on('open-file', later)
  app.on('open-url', later)
  // On macOS an app lives on without a window; everywhere else its last window is the app.
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  disposeBeforeQuit(() => lab.dispose())

  const files = userFiles(current, texts)
  const handlers: Handlers = {
    ...lab.handlers,
    ...files.handlers,
    ...handoutHandler(files.save),
    ...windowHandlers(current, () => opened?.notes ?? null),
    info: information,
    appearance(chosen) {
      nativeTheme.themeSource = chosen.theme
      if (chosen.language !== language) {
        language = chosen.language
        putMenu()
      }
      return Promise.resolve(ok({}))
    },
  }
  lab.subscribe((batch) => sendBatch(batch, current()))

  await app.whenReady()
  language = languageOf(app.getPreferredSystemLanguages())
  forbidPermissions(session.defaultSession)
  serveScheme(renderer)
  answerCommands(handlers, current)
  putMenu()
  open()
  await openAll([...process.argv.slice(app.isPackaged ? 1 : 2), ...early.splice(0)], process.cwd())
  // Not before there is an app to bring forward: macOS says 'activate' at the launch too.
  app.on('activate', bringForward)
  app.on('second-instance', (_event, argv, folder) => {
    bringForward()
    void openAll(argv.slice(1), folder)
  })
}
