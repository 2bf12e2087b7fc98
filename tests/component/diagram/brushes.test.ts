import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { bareSvg, COLOURS, layout, legendSvg, type Colour } from '@shared/diagram'
import { MONO, SANS } from '@shared/diagram/colours'
import type { Connection } from '@shared/trace/schema'
import SequenceDiagram from '@renderer/components/diagram/SequenceDiagram.vue'
import { useSettings } from '@renderer/stores/settings'
import { recorded } from '../../unit/shared/diagram/conversations'
import { simultaneousOpen, troubled } from '../../unit/shared/diagram/strange'

/** What a painted shape is told by; what it is drawn within may say it too. */
const INHERITED = [
  'data-provenance',
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'text-anchor',
  'font-size',
  'font-weight',
  'font-family',
] as const
const OWN = ['transform', 'x', 'y', 'width', 'height', 'rx', 'cx', 'cy', 'r'] as const
/** Parts of the page that are there to be pressed or lit, not painted. */
const NOT_PAINTED = '.target, .reach, .halo'

/** A value as the exported picture writes it. */
const plain = (value: string): string =>
  value
    .replace(/^var\(--mono\)$/, MONO)
    .replace(/^var\(--font\)$/, SANS)
    .replace(/^var\(--([a-z-]+)\)$/, (_, name: Colour) => COLOURS.light[name])

/** An attribute of a shape or of the groups around it, up to the picture that they are in. */
function inherited(shape: Element, name: string): string | null {
  for (let at: Element | null = shape; at !== null && at.tagName.toLowerCase() !== 'svg'; at = at.parentElement) {
    const value = at.getAttribute(name)
    if (value !== null) return plain(value)
  }
  return null
}

const told = (names: readonly string[], read: (name: string) => string | null): string =>
  names.flatMap((name) => (read(name) === null ? [] : [`${name}="${read(name)}"`])).join(' ')

/** Every shape within an element as one line of text, whatever groups it stands in and whatever was written as one path. */
function shapes(root: Element): readonly string[] {
  const found: string[] = []
  for (const shape of root.querySelectorAll('path, rect, circle, text')) {
    if (shape.matches(NOT_PAINTED)) continue
    const look = told(INHERITED, (name) => inherited(shape, name))
    const own = told(OWN, (name) => shape.getAttribute(name))
    const tail = shape.querySelector('tspan')
    const words = `${shape.textContent} ${tail === null ? '' : told(INHERITED, (name) => inherited(tail, name))}`
    const paths = shape.getAttribute('d')?.split(/(?=M)/) ?? ['']
    for (const d of paths) found.push(`${shape.tagName.toLowerCase()} ${look} ${own} ${d} ${words}`)
  }
  return found.sort()
}

const parsed = (svg: string): Element => {
  const holder = document.createElement('div')
  holder.innerHTML = svg
  return holder
}

function page(connection: Connection): Element {
  const pinia = createPinia()
  setActivePinia(pinia)
  useSettings().language = 'en'
  const { element } = mount(SequenceDiagram, {
    props: { connection, seq: 'relative', selected: null, upTo: null },
    global: { plugins: [pinia] },
  })
  return element as Element
}

/** What a capture and a kernel tell of it. */
const witnessed = (connection: Connection): Connection => ({
  ...connection,
  segments: connection.segments.map((segment) => ({ ...segment, provenance: 'captured' })),
  states: connection.states.map((state) => ({ ...state, provenance: 'kernel' })),
})

describe.each<[string, Connection]>([
  ['a conversation of real sockets', recorded('connect-then-client-end')],
  ['a simulation with everything that can go wrong', troubled()],
  ['arrows that cross', simultaneousOpen()],
  ['a capture and the states of two kernels', witnessed(recorded('both-end'))],
])('both brushes, given %s,', (_, connection) => {
  const options = { language: 'en', theme: 'light', label: '' } as const

  it('paint the same shapes with the same looks', () => {
    const exported = shapes(parsed(bareSvg(layout(connection), options)))
    const shown = page(connection).querySelector('.sheet')
    expect(exported.length).toBeGreaterThan(20)
    expect(shapes(shown as Element)).toEqual(exported)
  })

  it('paint the same samples in the legend', () => {
    const exported = shapes(parsed(legendSvg(layout(connection), options, 600))).filter(
      (line) => !line.includes('x="34"'),
    )
    const shown = page(connection).querySelector('.legend')
    expect(exported.length).toBeGreaterThan(3)
    expect(shapes(shown as Element)).toEqual(exported)
  })
})
