import { app, nativeTheme, session, type BrowserWindow } from 'electron'
import type { EventBatch } from '@shared/protocol/events'
import type { Handlers, LabHandlers } from '@shared/protocol/handlers'
import { ok } from '@shared/result'
import { languageOf, type Language } from '@shared/text'
import { forbidLeaving, forbidPermissions } from './hardening'
import { information } from './information'
import { answerCommands, sendBatch } from './ipc'
import { labels } from './labels'
import { showMenu } from './menu-bar'
import { disposeBeforeQuit } from './quit'
import { fileHandlers } from './save'
import { registerScheme, serveScheme } from './scheme'
import { watchForTrouble } from './trouble'
import { openWindow } from './window'

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
  app.enableSandbox()
  registerScheme()
  forbidLeaving()

  let window: BrowserWindow | null = null
  let language: Language = 'en'
  const current = (): BrowserWindow | null => (window?.isDestroyed() ? null : window)

  function open(): void {
    window = openWindow(preload)
    watchForTrouble(window, () => labels(language))
  }

  app.on('second-instance', () => focus(current()))
  app.on('activate', () => {
    if (!current()) open()
  })
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
  }
  lab.subscribe((batch) => sendBatch(batch, current()))

  await app.whenReady()
  language = languageOf(app.getPreferredSystemLanguages())
  forbidPermissions(session.defaultSession)
  serveScheme(renderer)
  answerCommands(handlers, current)
  showMenu(language, current)
  open()
}

function focus(window: BrowserWindow | null): void {
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.focus()
}
