import type { Endpoint } from '@shared/tcp/types'
import type { TcpState } from '@shared/trace/names'
import { Script } from './script'

/** An endpoint in each of the eleven states, reached as a real one reaches it: ours counts from 100, the peer's from 300. */
export const inState: Readonly<Record<TcpState, () => Script>> = {
  CLOSED: () => new Script(100),
  LISTEN: () => {
    const script = new Script(100)
    script.open('passive')
    return script
  },
  'SYN-SENT': () => {
    const script = new Script(100)
    script.open('active')
    return script
  },
  'SYN-RECEIVED': () => {
    const script = inState.LISTEN()
    script.get('<SEQ=300><CTL=SYN><MSS=1460>')
    return script
  },
  ESTABLISHED: () => Script.established(),
  'FIN-WAIT-1': () => {
    const script = Script.established()
    script.close()
    return script
  },
  'FIN-WAIT-2': () => {
    const script = inState['FIN-WAIT-1']()
    script.get('<SEQ=301><ACK=102><CTL=ACK>')
    return script
  },
  'CLOSE-WAIT': () => {
    const script = Script.established()
    script.get('<SEQ=301><ACK=101><CTL=FIN,ACK>')
    return script
  },
  CLOSING: () => {
    const script = inState['FIN-WAIT-1']()
    script.get('<SEQ=301><ACK=101><CTL=FIN,ACK>')
    return script
  },
  'LAST-ACK': () => {
    const script = inState['CLOSE-WAIT']()
    script.close()
    return script
  },
  'TIME-WAIT': () => {
    const script = inState['FIN-WAIT-2']()
    script.get('<SEQ=301><ACK=102><CTL=FIN,ACK>')
    return script
  },
}

const endpoints = Object.entries(inState).map(([state, make]) => [state, (): Endpoint => make().endpoint] as const)

export const IN_STATE = Object.fromEntries(endpoints) as Readonly<Record<TcpState, () => Endpoint>>
