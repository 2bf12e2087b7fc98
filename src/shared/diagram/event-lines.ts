import type { Provenance, Side } from '../trace/names'
import type { TraceEvent } from '../trace/schema'
import type { Measure } from './measure'
import { eventText } from './labels'
import { FACE } from './options'

/** A line of the outer gutter while it is still being filled. */
export interface OpenLine {
  readonly side: Side
  readonly kind: 'event' | 'call'
  readonly provenance: Provenance
  readonly t: number
  readonly indices: number[]
  text: string
  width: number
  error: boolean
  y: number
}

/** Events closer than this are at nearly the same moment, milliseconds. */
const TOGETHER = 2
/** A line that carries more than one event grows no wider than this, pixels. */
const MAX_WIDTH = 150

const lineKind = (event: TraceEvent): 'event' | 'call' => (event.name.startsWith('call:') ? 'call' : 'event')

/** Starts a line with one event. */
export function openLine(event: TraceEvent, index: number, y: number, measure: Measure): OpenLine {
  const text = eventText(event)
  return {
    side: event.side,
    kind: lineKind(event),
    provenance: event.provenance,
    t: event.t,
    indices: [index],
    text,
    width: measure(text, FACE.event),
    error: event.name === 'error',
    y,
  }
}

/** Adds an event to the line before it when they belong together: `'end' 'close'`. Answers whether it did. */
export function joinLine(line: OpenLine, event: TraceEvent, index: number, measure: Measure): boolean {
  const alike = line.kind === lineKind(event) && line.provenance === event.provenance && line.side === event.side
  if (!alike || event.t - line.t > TOGETHER) return false
  const text = `${line.text} ${eventText(event)}`
  const width = measure(text, FACE.event)
  if (width > MAX_WIDTH) return false
  line.text = text
  line.width = width
  line.error ||= event.name === 'error'
  line.indices.push(index)
  return true
}
