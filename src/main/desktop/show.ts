import type { BrowserWindow } from 'electron'

/** How long the window may wait for its page before it is shown all the same. */
export const SHOW_AFTER_MS = 3000

/**
 * Shows a hidden window once: when its page has painted, was loaded or failed to, whichever comes first. Under Wayland
 * 'ready-to-show' may never come for a hidden window (electron issue 48859). Maximized only now: `maximize()` shows a window
 * at once, and an empty one flashes.
 */
export function showOnce(window: BrowserWindow, maximized: boolean): void {
  let shown = false
  function show(): void {
    clearTimeout(timer)
    if (shown || window.isDestroyed()) return
    shown = true
    if (maximized) window.maximize()
    window.show()
  }
  const timer = setTimeout(show, SHOW_AFTER_MS)
  window.once('ready-to-show', show)
  window.webContents.once('did-finish-load', show)
  window.webContents.once('did-fail-load', show)
  window.once('closed', () => clearTimeout(timer))
}
