import { notesIdOf } from '@shared/protocol/presenter'

/** The scheme that the desktop app serves itself under: not `file:`, which every page on disk shares. */
export const SCHEME = 'app'
const HOST = 'handshake-lab'
const PAGE = '/index.html'
export const START_URL = `${SCHEME}://${HOST}${PAGE}`

/** Whether an address lies within the app. Node gives a scheme of its own no `origin`, hence the two parts. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  return protocol === `${SCHEME}:` && host === HOST
}

/** Whether an address is that of the speaker notes of one of our pages, and of nothing else. */
export function isNotes(address: string): boolean {
  if (!isOurs(address)) return false
  const { pathname, search, hash, username, password, port } = new URL(address)
  return pathname === PAGE && `${search}${username}${password}${port}` === '' && notesIdOf(hash) !== null
}
