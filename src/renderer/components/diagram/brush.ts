import { h, type FunctionalComponent, type VNode } from 'vue'
import { attributesOf, type Brush, type Look, type Primitive, type Turn } from '@shared/diagram'

/** The brush that paints primitives as elements of the page; its colours and faces are the theme's own (styles/). */
const BRUSH: Brush = {
  colour: (name) => `var(--${name})`,
  family: (mono) => (mono ? 'var(--mono)' : 'var(--font)'),
}

const known = new WeakMap<Look, Readonly<Record<string, unknown>>>()

/** A look as attributes, with its role as the class by which a style sheet finds it. */
function attributes(look: Look): Readonly<Record<string, unknown>> {
  let found = known.get(look)
  if (found === undefined) {
    found = { class: look.role, ...attributesOf(look, BRUSH) }
    known.set(look, found)
  }
  return found
}

export const turned = ({ x, y, angle }: Turn): string => `translate(${x} ${y}) rotate(${angle})`

function paint(shape: Primitive): VNode {
  const shared = attributes(shape.look)
  switch (shape.shape) {
    case 'path':
      return h('path', { ...shared, d: shape.d })
    case 'rect': {
      const { height, rx, turn, width, x, y } = shape
      return h('rect', { ...shared, ...(turn ? { transform: turned(turn) } : {}), x, y, width, height, rx })
    }
    case 'circle':
      return h('circle', { ...shared, cx: shape.cx, cy: shape.cy, r: shape.r })
    case 'text': {
      const { angle, tail, text, x, y } = shape
      const place = angle === 0 ? { x, y } : { transform: turned(shape) }
      // A space that does not collapse parts the two runs.
      const content = tail ? [`${text}\u00a0`, h('tspan', attributes(tail.look), tail.text)] : text
      return h('text', { ...shared, ...place }, content)
    }
  }
}

/** Primitives as SVG elements; a space between two of them keeps their words apart for whoever reads the text. */
export const Shapes: FunctionalComponent<{ shapes: readonly Primitive[] }> = ({ shapes }) =>
  shapes.flatMap((shape, index) => (index === 0 ? paint(shape) : [' ' as never, paint(shape)]))
Shapes.props = ['shapes']
