import { describe, expect, it } from 'vitest'
import { TRANSITIONS, transitionFor, type Transition, type TransitionEvent } from '@shared/tcp/transitions'
import { simulate } from '@shared/tcp/simulate'
import { CATALOGUE } from '@shared/scenario/catalogue'
import { ACK, FIN, flagBits, RST, SYN } from '@shared/trace/flags'
import { TCP_STATES, type Flag } from '@shared/trace/names'
import { add } from '@shared/tcp/seq'
import type { Endpoint, Rules } from '@shared/tcp/types'
import type { Script } from './script'
import { inState } from './states'

describe('the transition table', () => {
  it('has one row for a state and event, each with an id of its own and a source', () => {
    expect(new Set(TRANSITIONS.map(({ id }) => id)).size).toBe(TRANSITIONS.length)
    for (const row of TRANSITIONS) {
      expect(transitionFor(row.from, row.event)).toBe(row)
      expect(row.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(row.source).not.toBe('')
    }
  })

  it('leads into and out of each of the eleven states', () => {
    for (const state of TCP_STATES) {
      expect(TRANSITIONS.some(({ to }) => to === state)).toBe(true)
      expect(TRANSITIONS.some(({ from }) => from === state)).toBe(true)
    }
  })

  /** RFC 9293 Figure 5, arrow by arrow. */
  it.each([
    ['CLOSED', 'passive OPEN', 'LISTEN'],
    ['CLOSED', 'active OPEN', 'SYN-SENT'],
    ['LISTEN', 'CLOSE', 'CLOSED'],
    ['LISTEN', 'SEND', 'SYN-SENT'],
    ['LISTEN', 'rcv SYN', 'SYN-RECEIVED'],
    ['SYN-SENT', 'CLOSE', 'CLOSED'],
    ['SYN-SENT', 'rcv SYN', 'SYN-RECEIVED'],
    ['SYN-SENT', 'rcv SYN,ACK', 'ESTABLISHED'],
    ['SYN-RECEIVED', 'rcv ACK of SYN', 'ESTABLISHED'],
    ['SYN-RECEIVED', 'CLOSE', 'FIN-WAIT-1'],
    ['SYN-RECEIVED', 'rcv RST (passive OPEN)', 'LISTEN'],
    ['ESTABLISHED', 'CLOSE', 'FIN-WAIT-1'],
    ['ESTABLISHED', 'rcv FIN', 'CLOSE-WAIT'],
    ['FIN-WAIT-1', 'rcv ACK of FIN', 'FIN-WAIT-2'],
    ['FIN-WAIT-1', 'rcv FIN', 'CLOSING'],
    ['FIN-WAIT-2', 'rcv FIN', 'TIME-WAIT'],
    ['CLOSE-WAIT', 'CLOSE', 'LAST-ACK'],
    ['CLOSING', 'rcv ACK of FIN', 'TIME-WAIT'],
    ['LAST-ACK', 'rcv ACK of FIN', 'CLOSED'],
    ['TIME-WAIT', '2MSL timeout', 'CLOSED'],
  ] as const)('%s, %s: %s', (from, event, to) => {
    expect(transitionFor(from, event)?.to).toBe(to)
  })

  it('is what every simulated run follows, row by row', () => {
    const rows = new Map(TRANSITIONS.map((row) => [row.id, row]))
    for (const { scenario } of CATALOGUE.filter(({ kind }) => kind === 'what-if')) {
      const played = simulate(scenario)
      if (!played.ok) throw new Error(played.error.message)
      for (const { states } of played.value.connections)
        for (const side of ['client', 'server'] as const) {
          let reached = 'CLOSED'
          for (const { state, transition } of states.filter((entry) => entry.side === side)) {
            const row = rows.get(transition ?? '')
            if (row) expect([row.from, row.to]).toEqual([reached, state])
            else expect(state).toBe('CLOSED')
            if (row?.counterfactual) expect(scenario.counterfactual).toBeDefined()
            reached = state
          }
        }
    }
  })

  it.each(TRANSITIONS)('$id is what the endpoint does', (row) => {
    const script = standing(row)
    expect(script.state).toBe(row.from)
    GIVE[row.event](script)
    const { transitions, segments } = script.last ?? { transitions: [], segments: [] }
    expect(transitions.map(({ id }) => id)).toContain(row.id)
    expect(script.state).toBe(row.to)
    const { sends, tcb } = row.action
    expect(segments).toHaveLength(sends === null ? 0 : 1)
    for (const { segment } of segments) expect(segment.flags & CONTROL).toBe(controlOf(sends))
    expect(tcb).toBe(row.from === 'CLOSED' ? 'create' : row.to === 'CLOSED' ? 'delete' : null)
    if (tcb === 'delete') {
      expect(script.notices()).toContain('closed')
      expect(script.wait(1_000_000)).toEqual([])
    }
  })
})

/** What tells one segment of the figure from another; it leaves out the ACK that every segment but the first carries. */
const CONTROL = SYN | FIN | RST | ACK
function controlOf(sends: string | null): number {
  const named = flagBits((sends ?? '').split(',') as Flag[])
  return sends === 'FIN' ? named | ACK : named
}

/** An endpoint in the state that a row begins in, with what its event needs. */
function standing({ from, event }: Transition): Script {
  const script = from === 'SYN-RECEIVED' && event === 'rcv RST' ? crossed() : inState[from]()
  if (event.includes('(two-way)')) change(script, { config: obeying(script, { twoWayHandshake: true }) })
  if (event.includes('(no TIME-WAIT)')) change(script, { config: obeying(script, { noTimeWait: true }) })
  if (event === 'CLOSE with unread data') change(script, { rcvUnread: 10 })
  if (event === 'rcv data after CLOSE') script.close(false)
  return script
}

/** In SYN-RECEIVED after an active OPEN, by two SYNs that crossed. */
function crossed(): Script {
  const script = inState['SYN-SENT']()
  script.get('<SEQ=300><CTL=SYN><MSS=1460>')
  return script
}

const change = (script: Script, to: Partial<Endpoint>): void => {
  script.endpoint = { ...script.endpoint, ...to }
}
const obeying = ({ endpoint: { config } }: Script, rules: Partial<Rules>): Endpoint['config'] => ({
  ...config,
  rules: { ...config.rules, ...rules },
})

/** The next segment of the peer, which acknowledges so many of our numbers beyond what it has acknowledged. */
const arrives = (script: Script, acknowledges: number, rest: string): void => {
  const { rcvNxt, sndUna } = script.endpoint
  script.get(`<SEQ=${rcvNxt}><ACK=${add(sndUna, acknowledges)}>${rest}`)
}

const goesOff = (script: Script, name: 'user' | 'fin-wait-2' | 'time-wait', field: keyof Endpoint): void => {
  change(script, { [field]: script.now })
  script.feed({ kind: 'timer', name })
}

const GIVE: Readonly<Record<TransitionEvent, (script: Script) => void>> = {
  'active OPEN': (script) => script.open('active'),
  'passive OPEN': (script) => script.open('passive'),
  SEND: (script) => script.send(1),
  CLOSE: (script) => script.close(),
  'CLOSE with unread data': (script) => script.close(false),
  ABORT: (script) => script.feed({ kind: 'abort' }),
  'rcv SYN': (script) => script.get('<SEQ=300><CTL=SYN><MSS=1460>'),
  'rcv SYN (passive OPEN)': (script) => script.get('<SEQ=301><CTL=SYN>'),
  'rcv SYN,ACK': (script) => script.get('<SEQ=300><ACK=101><CTL=SYN,ACK><MSS=1460>'),
  'rcv ACK of SYN': (script) => arrives(script, 1, '<CTL=ACK>'),
  'rcv ACK of FIN': (script) => arrives(script, 1, '<CTL=ACK>'),
  'rcv FIN': (script) => arrives(script, 0, '<CTL=FIN,ACK>'),
  'rcv FIN,ACK of FIN': (script) => arrives(script, 1, '<CTL=FIN,ACK>'),
  'rcv RST': (script) =>
    script.state === 'SYN-SENT' ? arrives(script, 1, '<CTL=RST,ACK>') : arrives(script, 0, '<CTL=RST>'),
  'rcv RST (passive OPEN)': (script) => script.get('<SEQ=301><CTL=RST>'),
  'rcv data after CLOSE': (script) => arrives(script, 0, '<DATA=10><CTL=ACK>'),
  'give up': (script) => goesOff(script, 'user', 'userAt'),
  'FIN-WAIT-2 timeout': (script) => goesOff(script, 'fin-wait-2', 'finWait2At'),
  '2MSL timeout': (script) => goesOff(script, 'time-wait', 'timeWaitAt'),
  'rcv SYN (two-way)': (script) => script.get('<SEQ=300><CTL=SYN><MSS=1460>'),
  'rcv FIN (no TIME-WAIT)': (script) => arrives(script, script.state === 'FIN-WAIT-1' ? 1 : 0, '<CTL=FIN,ACK>'),
  'rcv ACK of FIN (no TIME-WAIT)': (script) => arrives(script, 1, '<CTL=ACK>'),
}
