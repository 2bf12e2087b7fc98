import { screen, type BrowserWindow } from 'electron'
import { isReachable, readPlace, type WindowPlace } from './rectangle'
import { readSettings, writeSettings } from './settings-file'

const FILE = 'window.json'

/** Where the window was when it was last closed; null the first time, or where no display shows that place now. */
export function rememberedPlace(): WindowPlace | null {
  const text = readSettings(FILE)
  const place = text === null ? null : readPlace(text)
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
  return place && isReachable(place, areas) ? place : null
}

/** Remembers the place when the window closes. */
export function rememberPlace(window: BrowserWindow): void {
  window.on('close', () => {
    const place = { ...window.getNormalBounds(), maximized: window.isMaximized() } satisfies WindowPlace
    writeSettings(FILE, place)
  })
}
