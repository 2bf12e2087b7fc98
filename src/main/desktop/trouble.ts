import { dialog, type BrowserWindow } from 'electron'
import type { Labels } from './labels'

/** Says when the page crashed or hangs, and offers to load it again: the lab runs on, and a snapshot restores it all. */
export function watchForTrouble(window: BrowserWindow, labels: () => Labels): void {
  let asking = false

  async function ask(message: string, detail: string, others: readonly string[]): Promise<void> {
    if (asking || window.isDestroyed()) return
    asking = true
    const buttons = [labels().reload, ...others]
    const { response } = await dialog.showMessageBox(window, { type: 'warning', message, detail, buttons, cancelId: 1 })
    asking = false
    if (response === 0 && !window.isDestroyed()) window.webContents.reload()
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    console.error(`The page has gone: ${reason}, code ${exitCode}.`)
    const { crashed, crashedDetail, close } = labels()
    void ask(crashed, crashedDetail, [close])
  })
  window.on('unresponsive', () => {
    const { hung, hungDetail, wait } = labels()
    void ask(hung, hungDetail, [wait])
  })
}
