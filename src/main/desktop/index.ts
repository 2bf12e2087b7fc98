import { app, nativeTheme, session, type BrowserWindow } from 'electron'
import { MENU_CHANNEL } from '@shared/protocol/bridge'
import type { EventBatch } from '@shared/protocol/events'
import type { Handlers, LabHandlers } from '@shared/protocol/handlers'
import type { MenuAction } from '@shared/protocol/menu'
import { ok } from '@shared/result'
import { languageOf, type Language } from '@shared/text'
import { watchProcesses } from './failures'
import { forbidLeaving, forbidPermissions } from './hardening'
import { information } from './information'
import { answerCommands, sendBatch } from './ipc'
import { labels } from './labels'
import { showMenu } from './menu-bar'
import { disposeBeforeQuit } from './quit'
import { sandboxProcesses } from './sandbox'
import { fileHandlers } from './save'
import { registerScheme, serveScheme } from './scheme'
import { watchForTrouble } from './trouble'
import { load, openWindow, type LabWindow } from './window'

export { giveUp } from './failures'

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

/** The desktop host. Must be called before Electron is ready; a second instance only brings the first one forward. */
export async function startDesktop({ lab, preload, renderer }: DesktopOptions): Promise<void> {
  app.setName('Handshake Lab')
  if (!app.requestSingleInstanceLock()) return app.quit()
  watchProcesses()
  sandboxProcesses()
  registerScheme()
  forbidLeaving()

  let opened: LabWindow | null = null
  let language: Language = 'en'
  const current = (): BrowserWindow | null => (opened && !opened.window.isDestroyed() ? opened.window : null)
  const tell = (action: MenuAction): void => current()?.webContents.send(MENU_CHANNEL, action)

  function open(): void {
    opened = openWindow(preload)
    const { window } = opened
    watchForTrouble(window, () => labels(language))
    window.on('leave-full-screen', () => tell('left-full-screen'))
    load(window)
  }

  /** Shows the window, whatever state it is in, and opens one where there is none, as on macOS after it was closed. */
  function bringForward(): void {
    const window = current()
    if (!window) return open()
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  // On macOS an app lives on without a window; everywhere else its last window is the app.
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  disposeBeforeQuit(() => lab.dispose())

  const handlers: Handlers = {
    ...lab.handlers,
    ...fileHandlers(current, () => labels(language)),
    info: information,
    appearance(chosen) {
      nativeTheme.themeSource = chosen.theme
      if (chosen.language !== language) showMenu((language = chosen.language), current)
      return Promise.resolve(ok({}))
    },
    fullScreen({ on }) {
      current()?.setFullScreen(on)
      return Promise.resolve(ok({}))
    },
    bringNotesForward() {
      opened?.notes.bringForward()
      return Promise.resolve(ok({}))
    },
  }
  lab.subscribe((batch) => sendBatch(batch, current()))

  await app.whenReady()
  language = languageOf(app.getPreferredSystemLanguages())
  forbidPermissions(session.defaultSession)
  serveScheme(renderer)
  answerCommands(handlers, current)
  showMenu(language, current)
  open()
  // Not before there is an app to bring forward: macOS says 'activate' at the launch too.
  app.on('second-instance', bringForward)
  app.on('activate', bringForward)
}
