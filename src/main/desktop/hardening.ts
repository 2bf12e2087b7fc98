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
  contents.setWindowOpenHandler(({ url }) => refuseWindow(url))
}

/** Opens no window; a citation goes to the system's browser instead. */
export function refuseWindow(url: string): { readonly action: 'deny' } {
  if (url.startsWith(REFERENCE)) void shell.openExternal(url)
  return { action: 'deny' }
}

/** What the page needs: a screen that does not go dark while it presents, and a clipboard that it can write to. */
const NEEDED: ReadonlySet<string> = new Set(['screen-wake-lock', 'clipboard-sanitized-write'])

/**
 * Of the system, the page gets what it needs; reading the clipboard, camera, notifications, devices, capture of the screen,
 * all else is refused. Full screen is asked of the main process, which needs no key or click for it.
 */
export function forbidPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) =>
    answer(NEEDED.has(permission) && isMainFrame && isOurs(requestingUrl)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin, { isMainFrame }) => NEEDED.has(permission) && isMainFrame && isOurs(origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
}
