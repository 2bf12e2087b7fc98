import { protocol } from 'electron'
import { SCHEME } from './address'
import { answerFile } from './files'

/** Makes `app://` a secure origin of its own. Must run before Electron is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Answers `app://` from the built renderer. Needs Electron to be ready. */
export function serveScheme(folder: string): void {
  protocol.handle(SCHEME, (request) => answerFile(folder, request.url))
}
