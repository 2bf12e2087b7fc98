import { app } from 'electron'
import { log } from './log'

/**
 * Puts every process into Chromium's sandbox, whatever its preferences say (Electron documentation, "Security", 4). The
 * switch `--no-sandbox` wins where a person gives it, for systems that deny the sandbox: `app.enableSandbox()` would take
 * the switch away again, and the app could not start. Must run before Electron is ready.
 */
export function sandboxProcesses(): void {
  if (app.commandLine.hasSwitch('no-sandbox')) log('Runs without the sandbox, as --no-sandbox asks.')
  else app.enableSandbox()
}
