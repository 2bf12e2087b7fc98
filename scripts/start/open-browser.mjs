import { spawn } from 'node:child_process'

/** @type {Partial<Record<NodeJS.Platform, readonly string[]>>} */
const OPENERS = {
  darwin: ['open'],
  // Not `cmd /c start`: no shell reads the address.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/**
 * Asks the system to show an address. Where it cannot, the printed address is what there is.
 *
 * @param {string} url
 */
export function openBrowser(url) {
  const [command = 'xdg-open', ...args] = OPENERS[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...args, url], { detached: true, stdio: 'ignore' })
  child.on('error', () => undefined)
  child.unref()
}
