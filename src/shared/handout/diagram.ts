import { bareSvg, layout, legendSvg, pages, summary } from '../diagram'
import { escape, element } from './html'
import { say, writeNumber } from '../text'
import type { Connection } from '../trace/schema'
import type { Folded } from './fold'
import type { HandoutOptions } from './options'

/** Paper between the margins that STYLE sets: as wide as A4 has it, as tall as Letter has it; millimetres. */
const WIDTH = 178
const HEIGHT = { first: 150, next: 232 }
/** Of a CSS pixel, millimetres (CSS Values and Units §6.2). */
const PIXEL = 25.4 / 96
/** A picture that is a little too tall is made smaller rather than cut, down to this. */
const LEAST = 0.72

/** The diagram, on as many pages as it needs, its legend, and where it all comes from. */
export function diagramSection(connection: Connection, folded: Folded, { language, seq }: HandoutOptions): string {
  const leftOut = new Map(
    [...folded.folds].map(([before, { count, first, last }]) => [
      before,
      say('handout.leftOut', language, { first, last, count: writeNumber(count, language) }),
    ]),
  )
  const geometry = layout(folded.connection, { language, seq, leftOut })
  const fit = Math.min(1, WIDTH / (geometry.width * PIXEL))
  const whole = HEIGHT.first / (geometry.height * PIXEL)
  const scale = whole >= LEAST ? Math.min(fit, whole) : fit
  const tall = (mm: number): number => mm / (scale * PIXEL)
  const parts = whole >= LEAST ? [geometry] : pages(geometry, { first: tall(HEIGHT.first), next: tall(HEIGHT.next) })
  const label = summary(connection, language)
  const figures = parts.map((part, index) => {
    const name =
      parts.length === 1 ? label : `${say('handout.part', language, { part: index + 1, parts: parts.length })} ${label}`
    const caption =
      parts.length === 1
        ? ''
        : element(
            'figcaption',
            escape(say('handout.part', language, { part: index + 1, parts: parts.length })),
            'class="muted"',
          )
    return element('figure', bareSvg(part, { language, theme: 'light', label: name }, scale) + caption)
  })
  const legend = legendSvg(
    geometry,
    { language, theme: 'light', label: say('handout.legend', language) },
    Math.floor(WIDTH / PIXEL),
  )
  return [...figures, element('figure', legend, 'class="legend"'), element('p', escape(label), 'class="muted"')].join(
    '\n',
  )
}
