import { describe, expect, it } from 'vitest'
import { layout, pages } from '@shared/diagram'
import { dialogue, recorded } from './conversations'

const HEIGHTS = { first: 400, next: 620 }
const cut = (connection: Parameters<typeof layout>[0]) => {
  const whole = layout(connection)
  return { whole, parts: pages(whole, HEIGHTS) }
}

describe('a diagram on several pages', () => {
  it.each(['large-write', 'request-response-client-end', 'half-close-server-continues'])(
    'shows each arrow, event and pause of %s once, and cuts through none',
    (name) => {
      const { whole, parts } = cut(recorded(name))
      expect(parts.length).toBeGreaterThan(1)
      const drawn = parts.flatMap(({ arrows }) => arrows.map(({ n }) => n))
      expect(drawn).toEqual(whole.arrows.map(({ n }) => n))
      expect(parts.flatMap(({ events }) => events.map(({ indices }) => indices))).toEqual(
        whole.events.map(({ indices }) => indices),
      )
      for (const part of parts) {
        for (const { y1, y2 } of part.arrows) {
          expect(Math.min(y1, y2)).toBeGreaterThan(part.client.head.y + part.client.head.height)
          expect(Math.max(y1, y2)).toBeLessThan(part.height)
        }
      }
    },
  )

  it('fits its pages, the first one too', () => {
    const { parts } = cut(dialogue(200))
    expect(parts.length).toBeGreaterThan(5)
    expect(parts[0]?.height).toBeLessThanOrEqual(HEIGHTS.first)
    for (const part of parts.slice(1)) expect(part.height).toBeLessThanOrEqual(HEIGHTS.next)
  })

  it('names on each page the state that goes on', () => {
    const { parts } = cut(recorded('large-write'))
    const second = parts[1]
    const top = second?.client.top ?? 0
    const names = second?.states.filter(({ y }) => y <= top + 1).map(({ side, state }) => `${side} ${state}`)
    expect(names).toEqual(['client ESTABLISHED', 'server ESTABLISHED'])
  })

  it('stays on one page where it fits', () => {
    const whole = layout(recorded('client-reset'))
    expect(pages(whole, { first: 5000, next: 5000 })).toHaveLength(1)
  })
})
