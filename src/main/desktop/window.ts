import { BrowserWindow, nativeTheme } from 'electron'
import { START_URL } from './address'
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
export function openWindow(preload: string): LabWindow {
  const place = rememberedPlace()
  const window = new BrowserWindow({
    width: place?.width ?? 1280,
    height: place?.height ?? 860,
    ...(place ? { x: place.x, y: place.y } : {}),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Handshake Lab',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: { ...SAFE, preload },
  })
  showOnce(window, place?.maximized === true)
  rememberPlace(window)
  return { window, notes: allowNotes(window) }
}

/** Loads the page. A failure is told by 'did-fail-load', not by the promise. */
export function load(window: BrowserWindow): void {
  window.loadURL(START_URL).catch(() => undefined)
}
