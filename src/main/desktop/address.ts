/** The scheme that the desktop app serves itself under: not `file:`, which every page on disk shares. */
export const SCHEME = 'app'
const HOST = 'handshake-lab'
export const START_URL = `${SCHEME}://${HOST}/index.html`

/** Whether an address lies within the app. Node gives a scheme of its own no `origin`, hence the two parts. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  return protocol === `${SCHEME}:` && host === HOST
}
