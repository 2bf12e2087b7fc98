import { ok, type Result } from '@shared/result'
import type { ErrorCode } from '@shared/protocol/errors'
import { isBlockedPort } from '@shared/protocol/blocked-ports'
import type { Snapshot } from '@shared/protocol/commands'
import type { Conversation } from './conversation'
import { alreadyListening, portBlocked } from './failures'
import { Listener } from './listener'
import { OwnClientSession, type OwnClientUrl } from './own-client'
import type { Stage } from './stage'

/** Only this computer gets in. */
const HOST = '127.0.0.1'

/** The door for clients that are not ours: one session at a time, the last one's records kept until the next. */
export class OwnClientServer {
  #session: OwnClientSession | null = null

  constructor(private readonly stage: Stage) {}

  get snapshot(): Pick<Snapshot, 'ownClient' | 'visits' | 'console'> {
    const { state = null, visits = [], lines = [] } = this.#session ?? {}
    return { ownClient: state, visits, console: [...lines] }
  }

  get(id: string): Conversation | undefined {
    return this.#session?.get(id)
  }

  /** Begins a session on the port, or on any free one where that one can't be had; never on one that browsers refuse. */
  async listen(wanted: number): Promise<Result<OwnClientUrl, ErrorCode>> {
    if (this.#session?.state) return alreadyListening(HOST, this.#session.where.port)
    if (isBlockedPort(wanted)) return portBlocked(wanted)
    const asked = { host: HOST, port: wanted, allowHalfOpen: true }
    const first = await Listener.open(asked)
    const elsewhere = !first.ok && ['port-in-use', 'port-forbidden'].includes(first.error.code)
    const listener = elsewhere ? await Listener.open({ ...asked, port: 0 }) : first
    if (!listener.ok) return listener
    this.clear()
    this.#session = new OwnClientSession(this.stage, listener.value, wanted)
    return ok(this.#session.where)
  }

  async close(): Promise<void> {
    await this.#session?.close()
  }

  /** Forgets the visits and what was printed; only once nobody is let in any more. */
  clear(): void {
    this.#session?.forget()
    this.#session = null
  }
}
