import { COLOURS, MONO, SANS, type Palette, type Theme } from '../colours'
import { attributesOf, type Brush, type Look, type Primitive, type Turn } from '../primitives'
import type { Sheet } from './sheet'
import { escapeXml } from './xml'

/**
 * The brush that writes SVG text: presentation attributes only. What primitives of one look share is said once, on the
 * group around them, so that a long conversation takes few bytes.
 */
export class SvgBrush implements Brush {
  readonly #palette: Palette
  readonly #attributes = new Map<Look, string>()

  constructor(theme: Theme) {
    this.#palette = COLOURS[theme]
  }

  readonly colour = (name: keyof Palette): string => this.#palette[name]
  readonly family = (mono: boolean): string => (mono ? MONO : SANS)

  /** Paints one layer: whatever order its looks are met in is the order in which they cover each other. */
  paint(sheet: Sheet, layer: Iterable<Primitive>): void {
    for (const [look, shapes] of byLook(layer)) {
      const shared = this.#shared(look)
      const [first] = shapes
      if (first?.shape === 'path' && first.of === undefined) {
        sheet.push(`<path${shared} d="`)
        for (const shape of shapes) if (shape.shape === 'path') sheet.push(shape.d)
        sheet.push('"/>\n')
      } else if (first !== undefined && shapes.length === 1) {
        sheet.push(this.#element(first, shared))
      } else {
        sheet.push(`<g${shared}>\n`)
        for (const shape of shapes) sheet.push(this.#element(shape, ''))
        sheet.push('</g>\n')
      }
    }
  }

  #shared(look: Look): string {
    let text = this.#attributes.get(look)
    if (text === undefined) {
      text = Object.entries(attributesOf(look, this))
        .map(([name, value]) => ` ${name}="${value}"`)
        .join('')
      this.#attributes.set(look, text)
    }
    return text
  }

  #element(shape: Primitive, shared: string): string {
    const start = shape.of === undefined ? shared : `${shared} data-${shape.of[0]}="${shape.of[1]}"`
    switch (shape.shape) {
      case 'path':
        return `<path${start} d="${shape.d}"/>\n`
      case 'rect': {
        const turned = shape.turn === undefined ? '' : ` transform="${turn(shape.turn)}"`
        const { x, y, width, height, rx } = shape
        return `<rect${start}${turned} x="${x}" y="${y}" width="${width}" height="${height}" rx="${rx}"/>\n`
      }
      case 'circle':
        return `<circle${start} cx="${shape.cx}" cy="${shape.cy}" r="${shape.r}"/>\n`
      case 'text': {
        const place = shape.angle === 0 ? `x="${shape.x}" y="${shape.y}"` : `transform="${turn(shape)}"`
        const { tail } = shape
        // A space that no viewer collapses parts the two runs.
        const more = tail === undefined ? '' : `\u00a0<tspan${this.#shared(tail.look)}>${escapeXml(tail.text)}</tspan>`
        return `<text${start} ${place}>${escapeXml(shape.text)}${more}</text>\n`
      }
    }
  }
}

const turn = ({ x, y, angle }: Turn): string => `translate(${x} ${y}) rotate(${angle})`

/** Primitives by look, in order of first use. */
function byLook(layer: Iterable<Primitive>): ReadonlyMap<Look, readonly Primitive[]> {
  const groups = new Map<Look, Primitive[]>()
  for (const shape of layer) {
    const group = groups.get(shape.look)
    if (group === undefined) groups.set(shape.look, [shape])
    else group.push(shape)
  }
  return groups
}
