import { describe, expect, it } from 'vitest'
import { TRANSITIONS, transitionFor } from '@shared/tcp/transitions'
import { simulate } from '@shared/tcp/simulate'
import { CATALOGUE } from '@shared/scenario/catalogue'
import { TCP_STATES } from '@shared/trace/names'

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
})
