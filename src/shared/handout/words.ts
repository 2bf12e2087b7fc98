import { factSentence } from '../diagram'
import { explain, say, type Language } from '../text'
import type { Connection, Reason, TraceSegment } from '../trace/schema'
import { element, escape } from './html'
import { foldText, type Folded } from './fold'
import type { HandoutOptions } from './options'

const paragraph = (reason: Reason, language: Language): string =>
  element('p', `${escape(explain(reason, language))} ${element('cite', escape(reason.source))}`)

function reasons({ certainty, why }: TraceSegment, language: Language): string[] {
  const said = why ? [paragraph(why.sent, language), ...(why.ack ? [paragraph(why.ack, language)] : [])] : []
  const doubt = certainty === 'unknown' ? [element('p', escape(say('diagram.sentence.unknown', language)))] : []
  return [...new Set([...said, ...doubt])]
}

/** Each segment: the facts, why it was sent, why with this acknowledgement, and the section that says so. */
export function explanations({ connection, folds }: Folded, { language, seq }: HandoutOptions): string {
  const items = connection.segments.map((segment) => {
    const facts = element('p', element('strong', escape(factSentence(segment, language, seq))))
    const fold = folds.get(segment.n)
    const said = fold === undefined ? '' : element('li', escape(foldText(fold, language)), 'class="folded"')
    return said + element('li', [facts, ...reasons(segment, language)].join(''))
  })
  return element('ol', items.join('\n'))
}

/** What the model must tell: choices nobody sees, and where it bent. */
export function noteList({ notes }: Connection, language: Language): string {
  const items = new Set(
    notes.map(({ segment, reason }) => {
      const text = explain(reason, language)
      return escape(segment === undefined ? text : say('diagram.notes.segment', language, { n: segment, text }))
    }),
  )
  return element('ul', [...items].map((item) => element('li', item)).join('\n'))
}
