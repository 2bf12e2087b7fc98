import type { Connection } from '@shared/trace/schema'
import type { Side } from '@shared/trace/names'

/** The last `'error'` that a socket of this connection fired, with Node's code; null where none did. */
export function socketTrouble(connection: Connection): { readonly side: Side; readonly code: string } | null {
  const error = connection.events.findLast(({ name, target }) => name === 'error' && target !== 'server')
  return error ? { side: error.side, code: error.detail?.code ?? error.detail?.message ?? 'error' } : null
}
