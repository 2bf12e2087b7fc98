import type { Side } from '../../trace/names'
import type { Connection, TraceEvent } from '../../trace/schema'

/** What the whole record says about the opening, which has to be known before the first event is looked at. */
export interface Plan {
  /** The event at which the SYN leaves; null when none was ever sent, or when the client is not ours. */
  readonly syn: number | null
  /** The call by which the server began to listen; null where it listened before the record begins, or never. */
  readonly listen: number | null
  /**
   * `answered`: something shows that the handshake took place. `refused`: nobody listened. `silent`: nothing has come back
   * yet, so the SYN is all there is.
   */
  readonly outcome: 'answered' | 'refused' | 'silent'
  readonly observes: Readonly<Record<Side, boolean>>
}

/** Failures that come before a SYN could leave (Node documentation, common system errors). */
const NEVER_LEFT: ReadonlySet<string> = new Set([
  'EADDRNOTAVAIL',
  'ENETUNREACH',
  'EACCES',
  'EPERM',
  'EADDRINUSE',
  'EINVAL',
  'EAFNOSUPPORT',
  'ENOTFOUND',
  'EAI_AGAIN',
])

const PROVES_SERVER: ReadonlySet<string> = new Set(['connection', 'data', 'end', 'finish'])
const PROVES_CLIENT: ReadonlySet<string> = new Set(['connect', 'ready', 'data', 'end', 'finish'])
const GIVES_UP: ReadonlySet<string> = new Set(['call:destroy', 'call:resetAndDestroy', 'close'])

/** A socket's event or call; the listening server's own belong to no connection. */
export const concernsSocket = (event: TraceEvent): boolean => event.target !== 'server' || event.name === 'connection'

export function makePlan(connection: Connection): Plan {
  const { events } = connection
  const observes = { client: connection.observes.includes('client'), server: connection.observes.includes('server') }
  const code = (wanted: (code: string) => boolean): boolean =>
    events.some(({ side, name, detail }) => side === 'client' && name === 'error' && wanted(detail?.code ?? ''))
  const answered = events.some((event) => concernsSocket(event) && proves(event))
  const refused = !answered && code((it) => it === 'ECONNREFUSED')
  const outcome = answered ? 'answered' : refused ? 'refused' : 'silent'
  const syn =
    outcome === 'silent' && (code((it) => NEVER_LEFT.has(it)) || gaveUpAtOnce(connection)) ? null : synAt(events)
  return { syn, listen: outcome === 'refused' ? null : listenAt(events, syn), outcome, observes }
}

const proves = ({ side, name }: TraceEvent): boolean => (side === 'server' ? PROVES_SERVER : PROVES_CLIENT).has(name)

/** What came before anything that shows that the handshake took place. */
function beforeProof(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const proof = events.findIndex((event) => concernsSocket(event) && proves(event))
  return proof < 0 ? events : events.slice(0, proof)
}

/** The SYN leaves once the name is resolved, or else as soon as the call's own tick is over (Node, lib/net.js). */
function synAt(events: readonly TraceEvent[]): number | null {
  const last = beforeProof(events).findLastIndex(({ side, name }) => side === 'client' && LEADS_TO_SYN.has(name))
  return last < 0 ? null : last
}

function listenAt(events: readonly TraceEvent[], syn: number | null): number | null {
  const last = beforeProof(events)
    .slice(0, syn ?? events.length)
    .findLastIndex(({ side, name }) => side === 'server' && name === 'call:listen')
  return last < 0 ? null : last
}

const LEADS_TO_SYN: ReadonlySet<string> = new Set(['call:connect', 'lookup'])

/** Node connects in the next tick, so a client destroyed in the very tick of its call sends nothing. */
function gaveUpAtOnce({ events }: Connection): boolean {
  const call = events.findIndex(({ side, name }) => side === 'client' && name === 'call:connect')
  const next = events.slice(call + 1).find(({ side, name }) => side === 'client' && !PENDING.has(name))
  return call >= 0 && next !== undefined && GIVES_UP.has(next.name)
}

const PENDING: ReadonlySet<string> = new Set(['call:write', 'call:end', 'call:pause', 'call:resume', 'call:setNoDelay'])
