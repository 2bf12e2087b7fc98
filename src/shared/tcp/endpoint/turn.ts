import type { Reason } from '../../trace/schema'
import { transitionFor, type TransitionEvent } from '../transitions'
import type { Endpoint, EndpointErrorCode, EndpointOutput, Notice, Sent, Step, TransitionTaken } from '../types'
import { copy, type Tcb } from './tcb'
import { stopTimers } from './timers'

/** One input being worked on, and what has come of it so far. */
export interface Turn {
  readonly now: number
  readonly tcb: Tcb
  readonly segments: Sent[]
  readonly notices: Notice[]
  readonly transitions: TransitionTaken[]
  dropped: Reason | null
  error: { readonly code: EndpointErrorCode; readonly reason: Reason } | null
  /** What just arrived wants acknowledging at once, and why; otherwise the ACK policy decides. */
  ackNow: Reason | null
  /** New text or a FIN was taken in order. */
  advanced: boolean
}

export function begin(endpoint: Endpoint, now: number): Turn {
  return {
    now,
    tcb: copy(endpoint),
    segments: [],
    notices: [],
    transitions: [],
    dropped: null,
    error: null,
    ackNow: null,
    advanced: false,
  }
}

/** Takes the row of the transition table for this event; the model only asks where the table has one. */
export function take(t: Turn, event: TransitionEvent): void {
  const transition = transitionFor(t.tcb.state, event)
  if (transition === null) throw new Error(`no transition from ${t.tcb.state} on ${event}`)
  t.transitions.push({ id: transition.id, from: transition.from, to: transition.to })
  t.tcb.state = transition.to
}

/** Takes the row to CLOSED and deletes the TCB's timers. */
export function takeToClosed(t: Turn, event: TransitionEvent): void {
  take(t, event)
  stopTimers(t.tcb)
  t.notices.push({ kind: 'closed' })
}

export function refuse(t: Turn, code: EndpointErrorCode, reason: Reason): void {
  t.error = { code, reason }
}

const NONE: readonly never[] = Object.freeze([])

/** Ends a turn: a refused call hands back the very endpoint it was given. */
export function finish(before: Endpoint, t: Turn): Step {
  if (t.error !== null) return { endpoint: before, output: refusal(t.error) }
  const { segments, notices, transitions, dropped } = t
  return { endpoint: t.tcb, output: { segments, notices, transitions, dropped, error: null } }
}

const refusal = (error: NonNullable<Turn['error']>): EndpointOutput => ({
  segments: NONE,
  notices: NONE,
  transitions: NONE,
  dropped: null,
  error,
})
