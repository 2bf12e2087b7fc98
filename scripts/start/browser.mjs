import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Serves the app to a browser until the process is asked to end.
 *
 * @param {{ root: string, port: number }} options
 * @returns {Promise<{ ok: true, url: string, open(): Promise<boolean>, close(): Promise<void> } | { ok: false, message: string }>}
 */
export async function serveBrowser({ root, port }) {
  const built = pathToFileURL(join(root, 'out', 'main', 'web.js')).href
  const { serve } = await import(built)
  const served = await serve({ port, files: join(root, 'out', 'renderer') })
  return served.ok
    ? { ok: true, url: served.value.url, open: () => served.value.open(), close: () => served.value.close() }
    : { ok: false, message: served.error.message }
}

/**
 * Resolves at the first Ctrl-C, `kill` or closed terminal; a second one ends the process at once.
 *
 * @returns {Promise<void>}
 */
export function untilAskedToEnd() {
  return new Promise((settle) => {
    let asked = false
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        if (asked) process.exit(1)
        asked = true
        settle()
      })
    }
  })
}
