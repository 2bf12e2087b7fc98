import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { isNotes } from './address'
import { offerContextMenu } from './context-menu'
import { refuseWindow } from './hardening'
import type { Labels } from './labels'
import { SAFE } from './web-preferences'

const OPTIONS: BrowserWindowConstructorOptions = {
  width: 960,
  height: 720,
  minWidth: 480,
  minHeight: 360,
  title: 'Handshake Lab',
  autoHideMenuBar: true,
  // No preload: the notes hear from the window that opened them, and reach nothing else.
  webPreferences: SAFE,
}

export interface Notes {
  /** Brings the window to the front, where there is one: no page can do that to another window. */
  bringForward(): void
}

/**
 * Lets a page of ours open its speaker notes, one window of them, and no other (Electron documentation, "Security", 14:
 * limit the creation of new windows). It goes when its opener goes, and when the process that draws both is gone.
 */
export function allowNotes({ webContents }: BrowserWindow, labels: () => Labels): Notes {
  let notes: BrowserWindow | null = null
  let address = ''
  const current = (): BrowserWindow | null => (notes?.isDestroyed() ? null : notes)

  function bringForward(): void {
    const window = current()
    if (!window) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  webContents.setWindowOpenHandler(({ url }) => {
    if (!isNotes(url)) return refuseWindow(url)
    if (current() && url === address) {
      bringForward()
      return { action: 'deny' }
    }
    // A page that was loaded anew opens notes of its own.
    current()?.destroy()
    address = url
    return { action: 'allow', outlivesOpener: false, overrideBrowserWindowOptions: OPTIONS }
  })

  webContents.on('did-create-window', (created) => {
    notes = created
    created.webContents.setZoomMode('isolated')
    offerContextMenu(created, labels, null)
    const own = address
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
      created.webContents.on(name as 'will-navigate', (event) => {
        if (event.url !== own || !event.isMainFrame) event.preventDefault()
      })
    }
    created.webContents.on('render-process-gone', () => current()?.destroy())
  })
  webContents.on('render-process-gone', () => current()?.destroy())

  return { bringForward }
}
