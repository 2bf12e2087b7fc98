import { BrowserWindow, nativeTheme } from 'electron'
import { START_URL } from './address'
import { allowNotes } from './notes-window'
import { rememberPlace, rememberedPlace } from './place'
import { SMALLEST } from './rectangle'
import { SAFE } from './web-preferences'

/** Shown before the page paints: its `--bg` in either theme. */
const BACKGROUND = { light: '#f3f5f8', dark: '#0e141b' } as const

/** Opens the one window that reaches the lab, where it was last time. */
export function openWindow(preload: string): BrowserWindow {
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
  if (place?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  rememberPlace(window)
  allowNotes(window)
  void window.loadURL(START_URL)
  return window
}
