import { factSentence, headline } from '@shared/diagram'
import type { StepNotes } from '@shared/protocol/presenter'
import type { Language } from '@shared/text'
import type { Connection, TraceSegment } from '@shared/trace/schema'
import { ackEquation, type Equation } from '@renderer/components/inspector/equation'
import { reasonsOf, unseenOf } from '@renderer/components/inspector/segment-words'

interface Words {
  readonly language: Language
  readonly seq: 'relative' | 'absolute'
  readonly equation: (equation: Equation) => string
  readonly unseen: (of: ReturnType<typeof unseenOf>) => string
}

/** All that a lecturer may want to say of a segment. */
export function stepNotes(connection: Connection, segment: TraceSegment, words: Words): StepNotes {
  const equation = ackEquation(connection, segment, words.seq)
  return {
    headline: headline(segment, words.language),
    facts: factSentence(segment, words.language, words.seq),
    equation: equation ? words.equation(equation) : '',
    reasons: reasonsOf(segment, words.language).map(({ text, source }) => ({ text, source })),
    unseen: words.unseen(unseenOf(segment)),
  }
}
