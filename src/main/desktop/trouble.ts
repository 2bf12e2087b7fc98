import { app, dialog, shell, type BrowserWindow } from 'electron'
import { log, logFile } from './log'
import type { Labels } from './labels'

/** A page that stops this often within so many milliseconds stops again when it is reloaded. */
const CRASHES = 3
const WITHIN_MS = 60_000
/** Chromium's ERR_ABORTED: another navigation took the place of this one. */
const ABORTED = -3

interface Choice {
  readonly label: string
  act(): void
}

/**
 * Says when the page crashed, hangs or could not be loaded, and offers what helps: the lab runs on, and a snapshot restores
 * everything. A page that keeps crashing is not loaded again.
 */
export function watchForTrouble(window: BrowserWindow, labels: () => Labels): void {
  const { webContents } = window
  let asking: AbortController | null = null
  let crashes: number[] = []
  /** The page was ended by us, to load it again. */
  let ending = false

  async function ask(message: string, detail: string, choices: readonly Choice[]): Promise<void> {
    if (asking || window.isDestroyed()) return
    const { signal } = (asking = new AbortController())
    const buttons = choices.map(({ label }) => label)
    const cancelId = choices.length - 1
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId,
      noLink: true,
      signal,
    })
    asking = null
    if (!signal.aborted && !window.isDestroyed()) choices[response]?.act()
  }

  const close = (): Choice => ({ label: labels().close, act: () => window.close() })
  const reload = (): Choice => ({ label: labels().reload, act: () => webContents.reload() })
  const showLog = (): Choice => ({ label: labels().showLog, act: () => void shell.openPath(logFile()) })

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (ending) return void (ending = false)
    if (reason === 'clean-exit') return
    log(`The page has gone: ${reason}, code ${exitCode}.`)
    const now = Date.now()
    crashes = [...crashes.filter((at) => now - at < WITHIN_MS), now]
    const { crashed, crashedDetail, crashLoopDetail } = labels()
    if (crashes.length < CRASHES) void ask(crashed, crashedDetail, [reload(), close()])
    else void ask(crashed, crashLoopDetail, [showLog(), close()])
  })

  window.on('unresponsive', () => {
    const { hung, hungDetail, reload: label, wait } = labels()
    // A process that hangs answers no reload: it is ended first (Electron documentation, `forcefullyCrashRenderer`).
    const anew = (): void => {
      log('The page did not respond and is loaded anew.')
      ending = true
      webContents.forcefullyCrashRenderer()
      webContents.reload()
    }
    void ask(hung, hungDetail, [
      { label, act: anew },
      { label: wait, act: () => undefined },
    ])
  })
  window.on('responsive', () => asking?.abort())

  webContents.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
    if (!isMainFrame || code === ABORTED) return
    log(`The page ${url} could not be loaded: ${description} (${code}).`)
    const { notLoaded, notLoadedDetail, quit } = labels()
    void ask(notLoaded, `${notLoadedDetail}\n${description} (${code})`, [
      reload(),
      { label: quit, act: () => app.exit(1) },
    ])
  })
}
