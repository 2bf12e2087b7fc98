import { app } from 'electron'
import { log } from './log'

/** How long the sockets may take to close. */
const GRACE_MS = 2000

/** Closes the lab before the app ends, so that no socket is left; a lab that cannot be closed does not keep it open. */
export function disposeBeforeQuit(dispose: () => Promise<void>): void {
  let disposing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (disposing) return
    disposing = true
    const late = new Promise<void>((resolve) => setTimeout(resolve, GRACE_MS))
    void Promise.race([dispose().catch((error: unknown) => log('The lab could not be closed.', error)), late]).then(
      () => app.exit(0),
    )
  })
}
