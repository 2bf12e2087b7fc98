import { app, crashReporter, dialog } from 'electron'
import { languageOf } from '@shared/text'
import { labels, type Labels } from './labels'
import { log, logFile } from './log'

/**
 * Gives every failure of a process words and a place in the log, and keeps a report of a crash on this machine. Must run
 * before Electron is ready, or the first processes go unwatched (Electron documentation, `crashReporter.start`).
 */
export function watchProcesses(): void {
  crashReporter.start({ uploadToServer: false })
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    if (reason === 'clean-exit') return
    log(`The ${name ?? type} process has gone: ${reason}, code ${exitCode}.`)
    if (reason !== 'launch-failed' && reason !== 'integrity-failure') return
    const { failed } = texts()
    dialog.showErrorBox(failed, words(`${name ?? type}: ${reason} (${exitCode})`))
  })
}

/** Ends the app with words and the exit code 1: nothing that failed is silent, and nothing half-started stays behind. */
export function giveUp(error: unknown): void {
  log('The app gives up.', error)
  // Needs no ready app; on Linux it then writes to standard error (Electron documentation, `dialog.showErrorBox`).
  dialog.showErrorBox(texts().failed, words(error instanceof Error ? error.message : String(error)))
  app.exit(1)
}

/** Notes a promise that failed with nobody listening: Electron goes on, and so does a lecture. */
export const noteRejection = (reason: unknown): void => log('A promise failed unheard.', reason)

const words = (reason: string): string => `${reason}\n\n${texts().logAt}\n${logFile()}`

const texts = (): Labels => labels(languageOf(app.getPreferredSystemLanguages()))
