import { ipcMain, type BrowserWindow } from 'electron'
import { BATCH_CHANNEL, commandChannel } from '@shared/protocol/bridge'
import { COMMAND_NAMES } from '@shared/protocol/commands'
import { dispatch } from '@shared/protocol/dispatch'
import type { EventBatch } from '@shared/protocol/events'
import type { Handlers } from '@shared/protocol/handlers'
import { err } from '@shared/result'
import { log } from './log'
import { whyForeign } from './sender'

/** Answers every command on its own channel, to our page only. */
export function answerCommands(handlers: Handlers, window: () => BrowserWindow | null): void {
  for (const command of COMMAND_NAMES) {
    ipcMain.handle(commandChannel(command), async (event, params: unknown) => {
      const foreign = whyForeign(event, window())
      if (foreign === null) return dispatch(handlers, command, params, (error) => log(`"${command}" failed.`, error))
      log(`Refused "${command}": ${foreign}.`)
      return err('forbidden', 'The desktop app answers only to its own page.', { command })
    })
  }
}

/** Sends a batch to the page; one that is still loading, or crashed, asks for a snapshot later. */
export function sendBatch(batch: EventBatch, window: BrowserWindow | null): void {
  if (window && !window.isDestroyed()) window.webContents.send(BATCH_CHANNEL, batch)
}
