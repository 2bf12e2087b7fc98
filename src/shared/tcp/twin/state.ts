import type { Side } from '../../trace/names'
import type { Connection } from '../../trace/schema'
import { createEndpoint } from '../endpoint'
import { loopbackState, type LoopbackState } from '../network/loopback'
import { adjust, LINUX_LOOPBACK, PROFILES, type Profile } from '../profile'
import type { Endpoint } from '../types'
import { emptyLedger, type LedgerState } from './ledger'
import type { Plan } from './plan'
import { newSocket, type SocketState } from './socket'

/**
 * The whole state of a replay between two events. Its parts hold plain data that is replaced, never changed, so that a
 * copy of each part is a copy of all, and whoever has one can go on from there by itself.
 */
export interface ReplayState extends LoopbackState, LedgerState {
  readonly progress: {
    /** How many events have been played, and the time of the last of them, ms. */
    played: number
    previous: number
  }
  readonly client: SocketState
  readonly server: SocketState
}

export function copyState(state: ReplayState): ReplayState {
  const copy = (part: unknown): unknown => (Array.isArray(part) ? [...(part as unknown[])] : { ...(part as object) })
  return Object.fromEntries(Object.entries(state).map(([name, part]) => [name, copy(part)])) as unknown as ReplayState
}

/** Both ends as they stand before the first event. */
export function beginState(connection: Connection, plan: Plan, named: 'rfc' | 'linux'): ReplayState {
  const profile: Profile = { ...profileOf(named, connection), ticksKnown: false }
  const isn = connection.isn ?? { client: 0, server: 0 }
  // When a program that is not ours writes is known only by what arrives, so nothing of that is held back any more.
  const end = (side: Side): Endpoint => createEndpoint({ profile, iss: isn[side], noDelay: !plan.observes[side] })
  return {
    ...loopbackState({ client: end('client'), server: end('server') }),
    ...emptyLedger(),
    progress: { played: 0, previous: 0 },
    client: newSocket(),
    server: newSocket(),
  }
}

const MSS_V6 = 65_536 - 20 - 40

/** Loopback's MTU is 65536, of which IPv4 can use 65535, less the headers of TCP and IPv6. */
function profileOf(name: 'rfc' | 'linux', { client, server }: Connection): Profile {
  const v6 = [client, server].some((end) => end?.address.includes(':'))
  const mss = v6 ? MSS_V6 : LINUX_LOOPBACK.parameters.mss
  return adjust(name === 'linux' ? LINUX_LOOPBACK : PROFILES.rfc, { mss })
}
