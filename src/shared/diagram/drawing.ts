import { say, type Language } from '../text'
import type { Provenance, Side } from '../trace/names'
import {
  round,
  type Arrow,
  type ArrowLabel,
  type EventLine,
  type Lifeline,
  type Pause,
  type StateBar,
  type Tone,
} from './geometry'
import type { LegendItem } from './legend'
import { SIZE } from './options'
import { barbs, callPath, CROSS_PATH, dashOf } from './paths'
import { look, type Look, type Primitive, type TextShape } from './primitives'
import { stateForm, type Form } from './tone'

/** Marks of a geometry as primitives: how each kind of mark looks is decided here and nowhere else. */

const textAt = (look: Look, x: number, y: number, text: string): TextShape => ({
  shape: 'text',
  look,
  x,
  y,
  angle: 0,
  text,
})

/** Which way the other lifeline is. */
export const towards = (side: Side): -1 | 1 => (side === 'client' ? 1 : -1)

/** Text of a gutter ends, or begins, at its lifeline. */
const gutterAnchor = (side: Side): { readonly anchor?: 'end' } => (side === 'client' ? { anchor: 'end' } : {})

export const lifelineShapes = ({ x, top, bottom }: Lifeline): readonly Primitive[] => [
  { shape: 'path', look: look('lifeline', { stroke: 'edge' }), d: `M${x} ${top}V${bottom}` },
]

/** The box on top of a lifeline: whose it is, and its address. */
export function headShapes({ head, side, x }: Lifeline, language: Language): readonly Primitive[] {
  const { y, width, height, subtitle } = head
  return [
    { shape: 'rect', look: look('box', { fill: `${side}-bg`, stroke: side }), x: head.x, y, width, height, rx: 10 },
    textAt(look('name', { fill: side }), x, y + 19, say(`diagram.side.${side}`, language)),
    textAt(look('address', { fill: 'muted' }), x, y + 34, subtitle),
  ]
}

/** A rectangle, where it is and what it stands for. */
interface Bar {
  readonly x: number
  readonly y: number
  readonly height: number
  readonly tone: Tone
  readonly provenance: Provenance
  readonly of?: ['state', number]
}

/** Dashes of a broad line: each dash is a stripe across the bar. */
const STRIPES: Readonly<Record<'striped' | 'barred', string>> = { striped: '3 3', barred: '2 8' }
/** How wide a bar of nothing under way is, and how far beside a bar the hairlines of a kernel's state run, pixels. */
const THIN = 4
const ASIDE = 3

/** A state's bar: its form says which kind of state, and hairlines on both sides that a kernel said so. */
function barShapes({ height, of, provenance, tone, x, y }: Bar, form: Form): readonly Primitive[] {
  const stands = of === undefined ? {} : { of }
  const filled = (left: number, width: number): Primitive => {
    const rx = Math.min(4, width / 2, height / 2)
    return { shape: 'rect', look: look('bar', { fill: tone, provenance }), ...stands, x: left, y, width, height, rx }
  }
  const shapes: Primitive[] = []
  if (form === 'solid') shapes.push(filled(x, SIZE.bar))
  else if (form === 'thin') shapes.push(filled(x + (SIZE.bar - THIN) / 2, THIN))
  else {
    const outline = look('outline', { fill: 'panel', stroke: tone, provenance })
    const [width, tall] = [SIZE.bar - 1.2, round(Math.max(1, height - 1.2))]
    shapes.push({ shape: 'rect', look: outline, x: round(x + 0.6), y: round(y + 0.6), width, height: tall, rx: 2 })
    if (form === 'half') shapes.push(filled(x, SIZE.bar / 2))
    else {
      const stripes = look('stripes', { stroke: tone, dash: STRIPES[form], provenance })
      const [top, bottom] = [round(y + 2.5), round(Math.max(y + 3, y + height - 2))]
      shapes.push({ shape: 'path', look: stripes, ...stands, d: `M${x + SIZE.bar / 2} ${top}V${bottom}` })
    }
  }
  if (provenance === 'kernel') {
    const bottom = round(y + height)
    const d = `M${x - ASIDE} ${y}V${bottom}M${x + SIZE.bar + ASIDE} ${y}V${bottom}`
    shapes.push({ shape: 'path', look: look('sides', { stroke: tone, provenance }), d })
  }
  return shapes
}

export function stateShapes({ height, index, label, provenance, side, state, tone, x, y }: StateBar): Primitive[] {
  const name = look('state-name', { fill: tone, provenance, ...gutterAnchor(side) })
  return [
    ...barShapes({ x, y, height, tone, provenance, of: ['state', index] }, stateForm(state)),
    textAt(name, label.x, label.y, state),
  ]
}

/** A hairline from the lifeline, a dot or triangle, and the text. */
export function eventShapes(line: EventLine): readonly Primitive[] {
  const { error, indices, kind, lifelineX, provenance, side, text, textX, x, y } = line
  const dot = look(kind === 'event' ? 'dot' : 'call', { fill: error ? 'rst' : side, provenance })
  const words = look('event-text', {
    fill: error ? 'rst' : 'ink',
    provenance,
    ...gutterAnchor(side),
    ...(kind === 'call' ? { bold: true } : {}),
  })
  return [
    {
      shape: 'path',
      look: look('hairline', { stroke: 'edge', dash: dashOf(provenance), provenance }),
      d: `M${lifelineX} ${y}H${x + towards(side) * 6}`,
    },
    kind === 'event'
      ? { shape: 'circle', look: dot, cx: x, cy: y, r: 3.5 }
      : { shape: 'path', look: dot, d: callPath(x, y, towards(side)) },
    { ...textAt(words, textX, round(y + 4), text), of: ['events', indices.join(' ')] },
  ]
}

/** Remembers a look for each tone and provenance: a long conversation asks for few of them, and for each many times. */
function remembered(make: (tone: Tone, provenance: Provenance) => Look): (tone: Tone, provenance: Provenance) => Look {
  const known: Partial<Record<Tone, Partial<Record<Provenance, Look>>>> = {}
  return (tone, provenance) => ((known[tone] ??= {})[provenance] ??= make(tone, provenance))
}

const lineLook = remembered((tone, provenance) => look('line', { stroke: tone, dash: dashOf(provenance), provenance }))
const headLook = remembered((tone, provenance) => look('head', { stroke: tone, provenance }))
const flagsLook = remembered((tone, provenance) => look('flags', { fill: tone, provenance }))
const numbersLook = remembered((_, provenance) => look('numbers', { fill: 'muted', provenance }))

/** What a capture saw leave is marked at its sender. */
const senderPath = (x: number, y: number): string =>
  `M${round(x - 4.5)} ${y}L${x} ${round(y - 4.5)}L${round(x + 4.5)} ${y}L${x} ${round(y + 4.5)}Z`

/**
 * The line of a segment, and its head or the cross where it got lost; these are solid whatever the line is. A captured
 * one has a mark at its sender.
 */
export function arrowShapes({ end, n, provenance, tone, x1, x2, y1, y2 }: Arrow): readonly Primitive[] {
  const line = lineLook(tone, provenance)
  const head = headLook(end === 'cross' ? 'rst' : tone, provenance)
  const shapes: Primitive[] = [
    { shape: 'path', look: line, of: ['segment', n], d: `M${x1} ${y1}L${x2} ${y2}` },
    { shape: 'path', look: head, d: `M${x2} ${y2}${end === 'cross' ? CROSS_PATH : barbs(x2 - x1, y2 - y1)}` },
  ]
  if (provenance === 'captured') {
    shapes.push({ shape: 'path', look: look('sender', { fill: tone, provenance }), d: senderPath(x1, y1) })
  }
  return shapes
}

/** Half the space between flags and numbers, and how high a label's baseline lies above its arrow. */
const HALF_SPACE = 3
const BASELINE = 6

/** A text `along` pixels from a label's middle, on its baseline and turned with it. */
function labelText(look: Look, { angle, x, y }: ArrowLabel, along: number, text: string): TextShape {
  const turn = (angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return {
    shape: 'text',
    look,
    x: round(x + along * cos + BASELINE * sin),
    y: round(y + along * sin - BASELINE * cos),
    angle,
    text,
  }
}

const NOTHING: readonly Primitive[] = []

/** What a segment says along its arrow: flags, numbers, what is unusual. */
export function labelShapes({ label, provenance, tone }: Arrow): readonly Primitive[] {
  const { flags, numbers, shown, split, tag } = label
  if (shown === 'nothing') return NOTHING
  const flagged = labelText(flagsLook(tone, provenance), label, split - HALF_SPACE, flags)
  if (shown === 'flags') return [flagged]
  const text = labelText(numbersLook(tone, provenance), label, split + HALF_SPACE, numbers)
  if (tag === '') return [flagged, text]
  return [flagged, { ...text, tail: { look: look('remark', { fill: 'warning', provenance }), text: tag } }]
}

/** What keeps a label readable where another arrow passes behind it. */
export function groundShapes({ label: { angle, crowded, width, x, y } }: Arrow): readonly Primitive[] {
  if (!crowded) return NOTHING
  const [left, wide] = [round(-width / 2 - 3), round(width + 6)]
  const ground = look('ground', { fill: 'panel' })
  return [{ shape: 'rect', look: ground, turn: { x, y, angle }, x: left, y: -18, width: wide, height: 15, rx: 4 }]
}

export const pauseShapes = ({ x, y, text }: Pause): readonly Primitive[] => [
  textAt(look('pause', { fill: 'muted' }), x, round(y + 4), `⋮ ${text}`),
]

/** The little drawing before an entry of the legend: 26 wide, centred on y = 0, at most 14 high. */
export function sampleShapes({ provenance, sample }: LegendItem): readonly Primitive[] {
  const line = (length: number, dash: string | null): Primitive => ({
    shape: 'path',
    look: look('line', { stroke: 'data', dash, provenance }),
    d: `M0 0H${length}`,
  })
  const end = (stroke: 'data' | 'rst', d: string): Primitive => ({
    shape: 'path',
    look: look('head', { stroke, provenance }),
    d,
  })
  const hairline: Primitive = {
    shape: 'path',
    look: look('hairline', { stroke: 'edge', dash: dashOf(provenance), provenance }),
    d: 'M0 0H18',
  }
  const dot = look(sample === 'event' ? 'dot' : 'call', { fill: 'ink', provenance })
  switch (sample) {
    case 'event':
      return [hairline, { shape: 'circle', look: dot, cx: 22, cy: 0, r: 3.5 }]
    case 'call':
      return [hairline, { shape: 'path', look: dot, d: callPath(22, 0, -1) }]
    case 'segment': {
      const arrow = [line(26, dashOf(provenance)), end('data', `M26 0${barbs(26, 0)}`)]
      const sender = look('sender', { fill: 'data', provenance })
      return provenance === 'captured' ? [...arrow, { shape: 'path', look: sender, d: senderPath(4.5, 0) }] : arrow
    }
    case 'state':
      return barShapes({ x: 8, y: -7, height: 14, tone: 'ok', provenance }, 'solid')
    case 'lost':
      return [line(20, null), end('rst', `M20 0${CROSS_PATH}`)]
    case 'unknown':
    case 'note':
      return [textAt(look('sign', { fill: 'warning', provenance }), 13, 4, sample === 'unknown' ? '?' : '!')]
  }
}
