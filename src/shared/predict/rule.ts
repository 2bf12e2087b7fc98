import type { Flag, Side, TcpState } from '../trace/names'
import type { Facts } from './facts'

/** An answer that a misconception leads to; fields it says nothing about are absent. Numbers are relative. */
export interface Guess {
  readonly flags?: readonly Flag[]
  readonly seq?: number
  readonly ack?: number | null
  readonly states?: Readonly<Partial<Record<Side, TcpState>>>
  /** The numbers are to be taken as they stand, not turned into the notation that was asked for. */
  readonly literal?: boolean
  /** Fits only where every field of it was given: half of a swap is no swap. */
  readonly together?: boolean
  /** Fits only where ACK was not chosen: who sets it knows that a number belongs to it. */
  readonly withoutAck?: boolean
  /** 3: what has just happened invites it; 2: it could be; 1: says little. Ranks those that fit. */
  readonly weight: number
}

/** One way to be wrong, as a calculation of what it would make of the segment at hand. */
export interface Rule {
  readonly id: string
  /** Its number among the fourteen of docs/truth.md; null for the others. */
  readonly fourteen: number | null
  readonly source: string
  guess(facts: Facts): readonly Guess[]
}
