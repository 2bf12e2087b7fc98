import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BrowserWindow, app, nativeTheme } from 'electron'
import type { MenuAction } from '@shared/protocol/menu'
import { START_URL } from './address'
import { offerContextMenu } from './context-menu'
import type { Labels } from './labels'
import { allowNotes, type Notes } from './notes-window'
import { rememberPlace, rememberedPlace } from './place'
import { SMALLEST } from './rectangle'
import { showOnce } from './show'
import { SAFE } from './web-preferences'

/** Shown before the page paints: its `--bg` in either theme. */
const BACKGROUND = { light: '#f3f5f8', dark: '#0e141b' } as const

export interface LabWindow {
  readonly window: BrowserWindow
  readonly notes: Notes
}

/** Makes the one window that reaches the lab, where it was last time. `load` then fills it. */
export function openWindow(preload: string, labels: () => Labels, ask: (action: MenuAction) => void): LabWindow {
  const place = rememberedPlace()
  const icon = join(app.getAppPath(), 'resources', 'icons', 'linux', '256x256.png')
  const window = new BrowserWindow({
    width: place?.width ?? 1280,
    height: place?.height ?? 860,
    ...(place ? { x: place.x, y: place.y } : {}),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Handshake Lab',
    // An installed app has its icon from the system; a start from the sources would show Electron's.
    ...(existsSync(icon) ? { icon } : {}),
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: { ...SAFE, preload },
  })
  // Or the zoom of the notes would be that of the page: Chromium keeps one for an address.
  window.webContents.setZoomMode('isolated')
  showOnce(window, place?.maximized === true)
  rememberPlace(window)
  offerContextMenu(window, labels, ask)
  return { window, notes: allowNotes(window, labels) }
}

/** Loads the page. A failure is told by 'did-fail-load', not by the promise. */
export function load(window: BrowserWindow): void {
  window.loadURL(START_URL).catch(() => undefined)
}
