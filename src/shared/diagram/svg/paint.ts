import { COLOURS, MONO, SANS, type Palette, type Theme } from '../colours'
import { attributesOf, type Brush, type Look, type Primitive, type Turn } from '../primitives'
import { Sheet } from './sheet'
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
    const groups = new Map<Look, Group>()
    for (const shape of layer) {
      const merged = shape.shape === 'path' && shape.of === undefined
      const text = merged ? shape.d : this.#element(shape, '')
      const group = groups.get(shape.look)
      if (group === undefined) {
        const fresh = { first: shape, merged, count: 1, text: new Sheet() }
        fresh.text.push(text)
        groups.set(shape.look, fresh)
      } else {
        group.count += 1
        group.text.push(text)
      }
    }
    for (const [look, { count, first, merged, text }] of groups) {
      const shared = this.#shared(look)
      if (count === 1 && !merged) {
        sheet.push(this.#element(first, shared))
        continue
      }
      sheet.push(merged ? `<path${shared} d="` : `<g${shared}>\n`)
      sheet.append(text)
      sheet.push(merged ? '"/>\n' : '</g>\n')
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

/** What is painted with one look, as text. */
interface Group {
  readonly first: Primitive
  /** Paths that stand for nothing by themselves are written as one. */
  readonly merged: boolean
  count: number
  readonly text: Sheet
}
