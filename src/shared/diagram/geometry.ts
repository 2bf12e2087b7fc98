import type { Provenance, Side, TcpState } from '../trace/names'

/**
 * A drawn conversation as numbers and labels: what to draw, never how. Every mark carries its provenance (invariant 1)
 * and the position of what it stands for in the connection, so that a selection can travel between the panes.
 * Lengths are pixels at 1:1; y grows with time.
 */

/** What a colour means; the palette of the theme says which colour that is. */
export type Tone = 'syn' | 'fin' | 'rst' | 'data' | 'ok' | 'wait' | 'idle'

/** How the y axis treats time: only the order of things, or at least in proportion to the time that passed. */
export type TimeScale = 'order' | 'elapsed'

export interface Lifeline {
  readonly side: Side
  readonly x: number
  readonly top: number
  readonly bottom: number
  readonly head: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
    /** The address, or the call that makes such an end. */
    readonly subtitle: string
  }
}

export interface StateBar {
  /** Index into `connection.states`. */
  readonly index: number
  readonly side: Side
  readonly state: TcpState
  readonly tone: Tone
  readonly t: number
  readonly x: number
  readonly y: number
  readonly height: number
  readonly label: { readonly x: number; readonly y: number; readonly width: number }
  readonly provenance: Provenance
}

/** One line in the outer gutter: an event or call, or a few of one kind at nearly the same moment. */
export interface EventLine {
  /** Indices into `connection.events`. */
  readonly indices: readonly number[]
  readonly side: Side
  readonly kind: 'event' | 'call'
  readonly t: number
  /** Where the hairline meets the lifeline, and where the dot is. */
  readonly lifelineX: number
  readonly x: number
  readonly y: number
  readonly text: string
  readonly textX: number
  readonly width: number
  /** True for an `error` event: it is drawn in the colour of trouble, and says so in words too. */
  readonly error: boolean
  readonly provenance: Provenance
}

/** The label that runs along an arrow: flags, numbers, and what is unusual about the segment. */
export interface ArrowLabel {
  /** Middle of the label on the arrow, and the arrow's rise there, in degrees. */
  readonly x: number
  readonly y: number
  readonly angle: number
  readonly flags: string
  readonly numbers: string
  readonly tag: string
  /** Where flags end and numbers begin, as an offset from the middle. */
  readonly split: number
  readonly width: number
  /** How much of it there is room for; what is not written is still the mark's name. */
  readonly shown: 'all' | 'flags' | 'nothing'
  /** True where another arrow passes behind the label, so that it needs a ground of its own. */
  readonly crowded: boolean
}

export interface Arrow {
  /** The segment's number, 1-based. */
  readonly n: number
  readonly from: Side
  readonly tone: Tone
  readonly t: number
  /** When it arrives; null for a lost one. */
  readonly arrives: number | null
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly end: 'head' | 'cross'
  /** The operating system may have chosen otherwise: the label carries a `?`. */
  readonly unknown: boolean
  /** A note of the model is about this segment: the label carries a `!`. */
  readonly noted: boolean
  readonly provenance: Provenance
  readonly label: ArrowLabel
}

/** A long time in which nothing was under way. */
export interface Pause {
  readonly t: number
  readonly x: number
  readonly y: number
  readonly text: string
}

export interface Geometry {
  readonly width: number
  readonly height: number
  readonly time: TimeScale
  /** As it was asked for: 1 is the usual distance of rows. */
  readonly spacing: number
  readonly client: Lifeline
  readonly server: Lifeline
  readonly states: readonly StateBar[]
  readonly events: readonly EventLine[]
  readonly arrows: readonly Arrow[]
  readonly pauses: readonly Pause[]
  /** Every provenance that occurs, in the vocabulary's order: what the legend must explain. */
  readonly provenances: readonly Provenance[]
}

/** A tenth of a pixel is more than any screen or printer of ours shows, and keeps the bytes few and equal. */
export const round = (value: number): number => Math.round(value * 10) / 10
