import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, screen, type BrowserWindow } from 'electron'
import { log } from './log'
import { isReachable, readPlace, type WindowPlace } from './rectangle'

const file = (): string => join(app.getPath('userData'), 'window.json')

/** Where the window was when it was last closed; null the first time, or where no display shows that place now. */
export function rememberedPlace(): WindowPlace | null {
  let text: string
  try {
    text = readFileSync(file(), 'utf8')
  } catch {
    return null
  }
  const place = readPlace(text)
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
  return place && isReachable(place, areas) ? place : null
}

/** Remembers the place when the window closes. Renamed into place, so that a crash never leaves half a file. */
export function rememberPlace(window: BrowserWindow): void {
  window.on('close', () => {
    const place = { ...window.getNormalBounds(), maximized: window.isMaximized() } satisfies WindowPlace
    const draft = `${file()}.new`
    try {
      writeFileSync(draft, JSON.stringify(place))
      renameSync(draft, file())
    } catch (error) {
      // Not worth keeping the window open for.
      log('The place of the window could not be remembered.', error)
    }
  })
}
