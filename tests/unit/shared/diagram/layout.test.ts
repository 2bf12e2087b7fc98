import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layout, SIZE, type Geometry } from '@shared/diagram'
import { otherSide, SIDES, type Side } from '@shared/trace/names'
import type { Connection } from '@shared/trace/schema'
import { anyConnection } from './arbitrary'
import { connection, dialogue, event, recorded, segment } from './conversations'
import { crossing, simultaneousOpen, troubled } from './strange'

const texts = ({ events }: Geometry, side: Side): readonly string[] =>
  events.filter((line) => line.side === side).map(({ text }) => text)
const arrowOf = (geometry: Geometry, n: number): Geometry['arrows'][number] => {
  const arrow = geometry.arrows.find((each) => each.n === n)
  if (arrow === undefined) throw new Error(`no arrow ${n}`)
  return arrow
}

describe('layout of a recorded request and response', () => {
  const given = recorded('request-response-client-end')
  const geometry = layout(given)

  it('draws every segment from its sender to its receiver, downwards, in order', () => {
    expect(geometry.arrows.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    for (const { from, x1, x2, y1, y2 } of geometry.arrows) {
      expect(Math.sign(x2 - x1)).toBe(from === 'client' ? 1 : -1)
      expect(y2).toBeGreaterThan(y1)
    }
    const tops = geometry.arrows.map(({ y1 }) => y1)
    expect(tops).toEqual([...tops].sort((a, b) => a - b))
  })

  it('labels flags and relative numbers, len only where there is data', () => {
    const label = (n: number): string => {
      const { flags, numbers } = arrowOf(geometry, n).label
      return `${flags} ${numbers}`
    }
    expect(label(1)).toBe('SYN seq=0')
    expect(label(2)).toBe('SYN,ACK seq=0 ack=1')
    expect(label(4)).toBe('PSH,ACK seq=1 ack=1 len=35')
    expect(label(9)).toBe('FIN,ACK seq=44 ack=37')
  })

  it('labels absolute numbers when asked', () => {
    const absolute = layout(given, { seq: 'absolute' })
    expect(arrowOf(absolute, 2).label.numbers).toBe('seq=2914337022 ack=1730905119')
  })

  it('begins a state where the segment that caused it touches the lifeline', () => {
    const bar = (side: Side, name: string): Geometry['states'][number] | undefined =>
      geometry.states.find((each) => each.side === side && each.state === name)
    expect(bar('client', 'SYN-SENT')?.y).toBe(arrowOf(geometry, 1).y1)
    expect(bar('server', 'SYN-RECEIVED')?.y).toBeGreaterThanOrEqual(arrowOf(geometry, 1).y2)
    expect(bar('client', 'ESTABLISHED')?.y).toBe(arrowOf(geometry, 2).y2)
    expect(bar('client', 'FIN-WAIT-1')?.y).toBe(arrowOf(geometry, 8).y1)
    expect(bar('client', 'TIME-WAIT')?.y).toBe(arrowOf(geometry, 9).y2)
  })

  it('merges events at nearly the same moment, keeps calls apart from events', () => {
    expect(texts(geometry, 'client')).toEqual([
      'connect()',
      "'connect' 'ready'",
      'write(35)',
      "'data' 43",
      'end()',
      "'finish'",
      "'end' 'close'",
    ])
    expect(texts(geometry, 'server')).toContain('write(43)')
    expect(geometry.events.flatMap(({ indices }) => indices).sort((a, b) => a - b)).toEqual(
      given.events.map((_, i) => i),
    )
  })

  it('puts an event between the segments it came between', () => {
    const write = geometry.events.find(({ text }) => text === 'write(35)')
    expect(write?.y).toBeGreaterThan(arrowOf(geometry, 3).y2)
    expect(write?.y).toBeLessThan(arrowOf(geometry, 4).y1)
    const data = geometry.events.find(({ text }) => text === "'data' 35")
    expect(data?.y).toBeGreaterThan(arrowOf(geometry, 4).y2)
  })

  it('says how long nothing happened', () => {
    expect(geometry.pauses.map(({ text }) => text)).toEqual(['51 ms', '121 ms'])
  })

  it('carries the provenance of every mark', () => {
    expect(geometry.provenances).toEqual(['observed', 'inferred'])
    expect(new Set(geometry.arrows.map(({ provenance }) => provenance))).toEqual(new Set(['inferred']))
    expect(new Set(geometry.events.map(({ provenance }) => provenance))).toEqual(new Set(['observed']))
  })

  it('fills the width it is given and grows beyond it rather than let labels collide', () => {
    expect(layout(given, { width: 1200 }).width).toBe(1200)
    const narrow = layout(given, { width: 300, seq: 'absolute' })
    expect(narrow.width).toBeGreaterThan(300)
    for (const { label, x1, x2 } of narrow.arrows) expect(label.width).toBeLessThan(Math.abs(x2 - x1))
  })

  it('with elapsed time, puts later things at least in proportion lower', () => {
    const elapsed = layout(given, { time: 'elapsed' })
    const gap = (g: Geometry): number => arrowOf(g, 8).y1 - arrowOf(g, 7).y2
    expect(elapsed.time).toBe('elapsed')
    expect(gap(elapsed)).toBeGreaterThan(gap(geometry))
    expect(elapsed.pauses).toEqual([])
  })
})

describe('layout of strange conversations', () => {
  it('lets segments that are sent at the same time cross', () => {
    const geometry = layout(simultaneousOpen())
    const [one, two] = [arrowOf(geometry, 1), arrowOf(geometry, 2)]
    expect(two.y1).toBeLessThan(one.y2)
    expect(one.y1).toBeLessThan(two.y2)
  })

  it('ends a lost segment on its way, with a cross', () => {
    const geometry = layout(troubled())
    const lost = arrowOf(geometry, 1)
    expect(lost.end).toBe('cross')
    expect(lost.arrives).toBeNull()
    expect(lost.x2).toBeLessThan(geometry.server.x - 50)
    expect(lost.label.tag).toBe('lost')
  })

  it('says what is unusual about a segment, in the language asked for', () => {
    const tags = (language: 'en' | 'zh-CN'): Record<number, string> =>
      Object.fromEntries(layout(troubled(), { language }).arrows.map(({ label, n }) => [n, label.tag]))
    expect(tags('en')).toMatchObject({ 2: 'retransmission', 5: 'stale', 6: '?', 8: 'duplicate', 10: '!' })
    expect(tags('zh-CN')).toMatchObject({ 1: '丢失', 2: '重传', 5: '过期', 8: '重复' })
  })

  it('draws a delayed segment as arriving after what overtook it', () => {
    const geometry = layout(troubled())
    expect(arrowOf(geometry, 4).y2).toBeGreaterThan(arrowOf(geometry, 7).y2)
  })

  it('marks an error in words and colour', () => {
    const error = layout(troubled()).events.find((line) => line.error)
    expect(error?.text).toBe("'error' ECONNRESET")
  })

  it('keeps arrows of a deep pipeline readable', () => {
    const burst = Array.from({ length: 40 }, (_, i) => segment(i + 1, i, `c:A:${1 + i * 100}/1+100`, { delay: 100 }))
    for (const { y1, y2 } of layout(connection({ segments: burst })).arrows) expect(y2 - y1).toBeLessThan(200)
  })

  it('draws two lifelines for a connection in which nothing happened', () => {
    const geometry = layout(connection({ client: null, server: null }))
    expect(geometry.client.head.subtitle).toBe('net.connect()')
    expect(geometry.server.head.subtitle).toBe('net.createServer()')
    expect(geometry.arrows).toEqual([])
  })

  it('shortens a text that would push everything else away', () => {
    const long = connection({ events: [event(0, 'client', 'error', { code: 'E'.repeat(500) })] })
    expect(layout(long).events[0]?.text).toMatch(/^'error' E+…$/)
  })

  it('starts a side with its first state, whatever else is at that time', () => {
    const { states } = layout(simultaneousOpen())
    expect(states.filter(({ side }) => side === 'client').map(({ state }) => state)).toEqual([
      'CLOSED',
      'SYN-SENT',
      'SYN-RECEIVED',
      'ESTABLISHED',
    ])
  })

  it('does not ask a segment without arrival to end the silence', () => {
    const never = segment(1, 0, 'c:S:0/-', { lost: true })
    const again = segment(2, 1000, 'c:S:0/-', { retransmission: true })
    expect(layout(connection({ segments: [never, again] })).pauses.map(({ text }) => text)).toEqual(['1 s'])
  })
})

describe('labels of arrows', () => {
  /** Free pixels between two labels that share some of the x axis, measured across them. */
  function apart(a: Geometry['arrows'][number], b: Geometry['arrows'][number]): number {
    const span = ({ label }: typeof a): [number, number] => [label.x - label.width / 2, label.x + label.width / 2]
    const [left, right] = [Math.max(span(a)[0], span(b)[0]), Math.min(span(a)[1], span(b)[1])]
    if (left >= right) return Infinity
    const at = ({ x1, x2, y1, y2 }: typeof a, x: number): number => y1 + ((y2 - y1) * (x - x1)) / (x2 - x1)
    const [first, second] = [at(b, left) - at(a, left), at(b, right) - at(a, right)]
    return first * second <= 0 ? 0 : Math.min(Math.abs(first), Math.abs(second))
  }

  it.each([
    ['a request and its response', recorded('request-response-client-end')],
    ['a large write', recorded('large-write')],
    ['a simultaneous open', simultaneousOpen()],
    ['data crossing data, six deep', crossing()],
    ['all that can go wrong', troubled()],
  ])('keep clear of each other: %s', (_, given) => {
    const { arrows } = layout(given)
    for (const [i, a] of arrows.entries()) {
      for (const b of arrows.slice(i + 1)) expect(apart(a, b), `${a.n} and ${b.n}`).toBeGreaterThan(12)
    }
  })

  it('have a ground where a line passes behind, and none where nothing does', () => {
    expect(layout(recorded('both-end')).arrows.some(({ label }) => label.crowded)).toBe(false)
    expect(layout(crossing()).arrows.some(({ label }) => label.crowded)).toBe(true)
  })
})

/** Where a moment of a segment is on a side's lifeline. */
const touches = (geometry: Geometry, given: Connection, side: Side): readonly { t: number; y: number }[] =>
  geometry.arrows.flatMap(({ arrives, n, y1, y2 }) => {
    const sent = given.segments.find((each) => each.n === n)
    if (sent === undefined) return []
    if (sent.from === side) return [{ t: sent.t, y: y1 }]
    return sent.from === otherSide(side) && arrives !== null ? [{ t: arrives, y: y2 }] : []
  })

describe('any layout', () => {
  const holds = (check: (geometry: Geometry, given: Connection) => void): void =>
    fc.assert(
      fc.property(anyConnection, fc.constantFrom(undefined, 480, 900), (given, width) => {
        check(layout(given, width === undefined ? {} : { width }), given)
      }),
      { numRuns: 150 },
    )

  it('keeps the order of time on each lifeline', () => {
    holds((geometry, given) => {
      for (const side of SIDES) {
        const along = [...touches(geometry, given, side)].sort((a, b) => a.t - b.t || a.y - b.y)
        for (let i = 1; i < along.length; i += 1) expect(along[i]?.y).toBeGreaterThanOrEqual(along[i - 1]?.y ?? 0)
        const ys = geometry.events.filter((line) => line.side === side).map(({ y }) => y)
        expect(ys).toEqual([...ys].sort((a, b) => a - b))
      }
    })
  })

  it('lets every segment arrive below where it was sent', () => {
    holds(({ arrows }) => {
      for (const { y1, y2 } of arrows) expect(y2).toBeGreaterThan(y1)
    })
  })

  it('lets no two texts of a gutter touch', () => {
    holds(({ events, states }) => {
      for (const side of SIDES) {
        const rows = [
          ...events.filter((e) => e.side === side).map(({ y }) => ({ top: y - 5.5, bottom: y + 5.5 })),
          ...states.filter((s) => s.side === side).map(({ label }) => ({ top: label.y - 8, bottom: label.y + 1 })),
        ].sort((a, b) => a.top - b.top)
        for (let i = 1; i < rows.length; i += 1) {
          expect(rows[i]?.top).toBeGreaterThanOrEqual(rows[i - 1]?.bottom ?? 0)
        }
      }
    })
  })

  it('keeps rows of a kind apart by what is pressed, times the spacing asked for, and changes no x by it', () => {
    fc.assert(
      fc.property(anyConnection, fc.double({ min: 1, max: 1.5, noNaN: true }), (given, spacing) => {
        const spaced = layout(given, { spacing, width: 480 })
        for (const side of SIDES) {
          for (const marks of [spaced.events, spaced.states]) {
            const ys = marks.filter((mark) => mark.side === side).map(({ y }) => y)
            ys.sort((a, b) => a - b)
            for (let i = 1; i < ys.length; i += 1) {
              // Both were rounded to a tenth of a pixel.
              expect((ys[i] ?? 0) - (ys[i - 1] ?? 0)).toBeGreaterThanOrEqual(spacing * SIZE.target - 0.1001)
            }
          }
        }
        const xs = (geometry: Geometry): number[] => [
          geometry.width,
          ...geometry.arrows.flatMap(({ x1, x2 }) => [x1, x2]),
          ...geometry.events.map(({ x }) => x),
        ]
        expect(xs(spaced)).toEqual(xs(layout(given, { width: 480 })))
      }),
      { numRuns: 150 },
    )
  })

  it('keeps every mark and every text inside the picture', () => {
    holds(({ arrows, client, events, height, server, states, width }) => {
      const inside = (x: number, y: number): void => {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(height)
      }
      for (const { x1, x2, y1, y2 } of arrows) {
        inside(x1, y1)
        inside(x2, y2)
      }
      for (const { side, textX, width: room, y } of events) inside(side === 'client' ? textX - room : textX + room, y)
      for (const { height: tall, label, side, y } of states) {
        inside(side === 'client' ? label.x - label.width : label.x + label.width, label.y)
        inside(label.x, y + tall)
      }
      for (const { head } of [client, server]) {
        inside(head.x, head.y)
        inside(head.x + head.width, head.y + head.height)
      }
    })
  })

  it('fits every label between the lifelines', () => {
    holds(({ arrows, client, server }) => {
      for (const { label } of arrows) {
        const half = (label.width / 2) * Math.cos((label.angle * Math.PI) / 180)
        expect(label.x - half).toBeGreaterThan(client.x)
        expect(label.x + half).toBeLessThan(server.x)
      }
    })
  })

  it('is the same for the same connection', () => {
    holds((_, given) => expect(layout(given)).toEqual(layout(given)))
  })
})

describe('many segments', () => {
  it('asks for each text once, however many there are', () => {
    const asked = (count: number): number => {
      let calls = 0
      layout(dialogue(count), {
        measure: (text, { size }) => {
          calls += 1
          return text.length * size * 0.6
        },
      })
      return calls
    }
    expect(asked(4_000) / asked(400)).toBeCloseTo(10, 0)
  })
})
