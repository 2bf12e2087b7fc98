import type { Language } from '../text'
import type { TimeScale } from './geometry'
import { averageWidths, type Measure } from './measure'

/** Sequence numbers from 0 for each direction, or as the header carries them. */
export type SeqMode = 'relative' | 'absolute'

export interface LayoutOptions {
  readonly seq?: SeqMode
  readonly language?: Language
  readonly measure?: Measure
  /** Width to fill in pixels; the diagram grows beyond it rather than let labels collide. Without: its natural width. */
  readonly width?: number
  readonly time?: TimeScale
  /** How many times its usual distance each thing keeps from the one above, for a picture that is shown smaller; 1 unless told. */
  readonly spacing?: number
  /** What to say in place of segments that were left out, by the number of the segment after them. */
  readonly leftOut?: ReadonlyMap<number, string>
}

export type ResolvedOptions = Required<Omit<LayoutOptions, 'width'>> & { readonly width: number | null }

const NOTHING_LEFT_OUT: ReadonlyMap<number, string> = new Map()

export const resolveOptions = (options: LayoutOptions): ResolvedOptions => ({
  seq: options.seq ?? 'relative',
  language: options.language ?? 'en',
  measure: options.measure ?? averageWidths,
  width: options.width ?? null,
  time: options.time ?? 'order',
  spacing: options.spacing ?? 1,
  leftOut: options.leftOut ?? NOTHING_LEFT_OUT,
})

/** Sizes in pixels that the layout and both renderers share. */
export const SIZE = {
  /** Height of what can be pressed, and least distance of two such things: 24 pixels are left at `LEAST_TALL_FIT`. */
  target: 27,
  margin: 14,
  headTop: 8,
  headHeight: 42,
  headMinWidth: 132,
  /** First moment below the top of the lifeline. */
  lead: 14,
  tail: 20,
  bar: 10,
  /** Free space between a lifeline's middle and the end of an arrow. */
  arrowInset: 8,
  /** Distance of a state's name from the lifeline, and of an event's text from its dot. */
  stateInset: 16,
  eventInset: 9,
  laneMin: 300,
  laneNatural: 388,
  laneMax: 620,
  eventOffsetMin: 44,
  eventOffset: 112,
} as const

/** Type of an exported picture and of the interface at its usual size; nothing is smaller than 12 pixels. */
export const FACE = {
  flags: { size: 13, bold: true },
  numbers: { size: 12, mono: true },
  tag: { size: 12, bold: true },
  state: { size: 12, bold: true },
  event: { size: 12, mono: true },
  head: { size: 14, bold: true },
  subtitle: { size: 12, mono: true },
  pause: { size: 12 },
  sign: { size: 13, bold: true },
  meaning: { size: 12 },
} as const
