import { app, shell, type Session, type WebContents } from 'electron'
import { isOurs } from './address'

/** The one site that the texts cite; opened in the system's own browser, never in a window of ours. */
const REFERENCE = 'https://www.rfc-editor.org/'

/**
 * Closes what a page could use to leave the app (Electron documentation, "Security"): navigation, new windows and
 * embedded pages, for every web contents there will ever be.
 */
export function forbidLeaving(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (url.startsWith(REFERENCE)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

/** The page needs nothing of the system: camera, notifications, devices, screen, all of it is refused. */
export function forbidPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
}
