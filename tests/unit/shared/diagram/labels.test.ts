import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageWidths, layersOf, layout, type Geometry, type Primitive } from '@shared/diagram'
import { overlap, type Box } from '@shared/diagram/boxes'
import { CATALOGUE } from '@shared/scenario/catalogue'
import { simulate } from '@shared/tcp/simulate'
import type { Connection } from '@shared/trace/schema'
import { anyConnection } from './arbitrary'
import { connection, dialogue, recorded, segment } from './conversations'
import { simultaneousOpen, troubled } from './strange'

interface Written {
  readonly text: string
  readonly box: Box
}

/** What a text covers, from the tops of its capitals to the ends of its descenders. */
function written(shape: Primitive): readonly Written[] {
  if (shape.shape !== 'text' || shape.look.face === undefined || shape.text === '') return []
  const { face, anchor = 'start' } = shape.look
  const tail = shape.tail === undefined ? 0 : averageWidths(`\u00a0${shape.tail.text}`, shape.tail.look.face ?? face)
  const width = averageWidths(shape.text, face) + tail
  const along = anchor === 'start' ? width / 2 : anchor === 'end' ? -width / 2 : 0
  const turn = (shape.angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const up = 0.28 * face.size
  const middle = { x: shape.x + along * cos + up * sin, y: shape.y + along * sin - up * cos }
  return [{ text: shape.text, box: { ...middle, cos, sin, halfWidth: width / 2, halfHeight: 0.48 * face.size } }]
}

/** Pairs of texts of a picture that lie over each other. */
function overprints(geometry: Geometry): readonly string[] {
  const texts = layersOf(geometry, 'en').flatMap((layer) => [...layer].flatMap(written))
  texts.sort((a, b) => a.box.y - b.box.y)
  const found: string[] = []
  texts.forEach((one, i) => {
    for (const other of texts.slice(i + 1)) {
      if (other.box.y - one.box.y > 400) break
      if (overlap(one.box, other.box, -0.5)) found.push(`${one.text} / ${other.text} at ${one.box.x},${one.box.y}`)
    }
  })
  return found
}

/** Three segments in a row of which the second is lost, silence, and the lost one again: a question of many exams. */
const threeInARow = connection({
  segments: [
    segment(1, 0, 'c:S:0/-', { delay: 20 }),
    segment(2, 20, 's:SA:0/1', { delay: 20 }),
    segment(3, 40, 'c:A:1/1', { delay: 20 }),
    segment(4, 80, 'c:PA:1/1+300', { delay: 20 }),
    segment(5, 80, 'c:PA:301/1+400', { lost: true }),
    segment(6, 80, 'c:PA:701/1+500', { delay: 20 }),
    segment(7, 100, 's:A:1/301', { delay: 20 }),
    segment(8, 1280, 'c:PA:301/1+400', { delay: 20, retransmission: true }),
    segment(9, 1300, 's:A:1/1201', { delay: 20 }),
  ],
})

const WHAT_IFS = CATALOGUE.filter(({ kind }) => kind === 'what-if')

describe('labels never overprint', () => {
  it.each<[string, Connection]>([
    ['a recorded dialogue', recorded('request-response-client-end')],
    ['a large write', recorded('large-write')],
    ['arrows that cross', simultaneousOpen()],
    ['a troubled simulation', troubled()],
    ['three segments in a row of which one is lost', threeInARow],
    ['a long dialogue', dialogue(300)],
  ])('in %s, which says everything', (_, connection) => {
    for (const width of [null, 480, 640, 900, 1400]) {
      const geometry = layout(connection, width === null ? {} : { width })
      expect(overprints(geometry)).toEqual([])
      expect(geometry.arrows.filter(({ label }) => label.shown !== 'all')).toEqual([])
    }
  })

  it.each(WHAT_IFS.map(({ scenario }) => [scenario.id, scenario] as const))(
    'in %s, which says everything',
    (_, scenario) => {
      const played = simulate(scenario)
      if (!played.ok) throw new Error(JSON.stringify(played.error))
      for (const connection of played.value.connections) {
        const geometry = layout(connection)
        expect(overprints(geometry)).toEqual([])
        expect(geometry.arrows.filter(({ label }) => label.shown !== 'all')).toEqual([])
      }
    },
  )

  it('in any conversation, at any width, spacing and language', () => {
    fc.assert(
      fc.property(
        anyConnection,
        fc.option(fc.integer({ min: 320, max: 1600 }), { nil: undefined }),
        fc.constantFrom(1, 1.3),
        fc.constantFrom('en' as const, 'zh-CN' as const),
        fc.constantFrom('order' as const, 'elapsed' as const),
        (connection, width, spacing, language, time) => {
          const size = width === undefined ? {} : { width }
          expect(overprints(layout(connection, { ...size, spacing, language, time }))).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })
})
