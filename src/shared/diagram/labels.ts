import { say, writeNumber, type Code, type Language } from '../text'
import type { Flag, Mark } from '../trace/names'
import type { TraceEvent, TraceSegment } from '../trace/schema'
import type { SeqMode } from './options'

/** The order in which people say flags, `SYN,ACK` and never `ACK,SYN` (RFC 9293's figures write `<CTL=SYN,ACK>`). */
const SPOKEN: readonly Flag[] = ['SYN', 'FIN', 'RST', 'URG', 'PSH', 'ACK']

export function flagText(flags: readonly Flag[], separator = ','): string {
  let text = ''
  for (const flag of SPOKEN) if (flags.includes(flag)) text += text === '' ? flag : separator + flag
  return text
}

/** `seq=1 ack=36 len=43`: ack only where ACK is set, len only where there is data. */
export function numberText(segment: TraceSegment, mode: SeqMode): string {
  const seq = mode === 'relative' ? segment.relSeq : segment.seq
  const ack = mode === 'relative' ? segment.relAck : segment.ack
  return `seq=${seq}${ack === null ? '' : ` ack=${ack}`}${segment.len > 0 ? ` len=${segment.len}` : ''}`
}

/** What is unusual about a segment, as message codes. */
export function segmentTags(segment: TraceSegment): readonly Code[] {
  const tags: Code[] = []
  if (segment.stale === true) tags.push('diagram.tag.stale')
  // What a watcher sees says more: which kind of retransmission it is.
  if (segment.marks !== undefined) tags.push(...named(segment.marks))
  else if (segment.retransmission === true) tags.push('diagram.tag.retransmission')
  if (segment.duplicate === true) tags.push('diagram.tag.duplicate')
  if (segment.lost === true) tags.push('diagram.tag.lost')
  return tags
}

/** The marks by their codes; the kind of a retransmission says that it is one. */
function named(marks: readonly Mark[]): readonly Code[] {
  const special = marks.some((mark) => mark.endsWith('-retransmission'))
  return marks.filter((mark) => mark !== 'retransmission' || !special).map((mark) => `mark.${mark}` as const)
}

/**
 * The words after the numbers: `retransmission`, `lost`, `?` where nobody can know, `!` where a note says more.
 *
 * @param noted - whether a note other than *unknown* is about this segment
 */
export function tagText(segment: TraceSegment, noted: boolean, language: Language): string {
  const { certainty, duplicate, lost, marks, retransmission, stale } = segment
  const plain = !duplicate && !lost && !marks && !retransmission && !stale
  if (!noted && plain && certainty !== 'unknown') return ''
  const words = segmentTags(segment).map((code) => say(code, language))
  if (segment.certainty === 'unknown') words.push('?')
  if (noted) words.push('!')
  return words.join(' ')
}

const MAX_EVENT_TEXT = 36

const shortened = (text: string): string =>
  text.length <= MAX_EVENT_TEXT ? text : `${text.slice(0, MAX_EVENT_TEXT - 1)}…`

/** `write(35)` for a call, `'data' 35` for an event: as a program would write the one and be told the other. */
export function eventText(event: TraceEvent): string {
  const { detail, name } = event
  const owner = event.target === 'server' && (name === 'close' || name === 'error' || name === 'call:close')
  const times = detail?.count !== undefined && detail.count > 1 ? ` ×${detail.count}` : ''
  if (name.startsWith('call:')) {
    const argument = detail?.bytes ?? (name === 'call:listen' ? detail?.port : undefined)
    return shortened(`${owner ? 'server.' : ''}${name.slice(5)}(${argument ?? ''})${times}`)
  }
  const more = name === 'error' ? (detail?.code ?? detail?.message) : name === 'data' ? detail?.bytes : undefined
  return shortened(`${owner ? 'server ' : ''}'${name}'${times}${more === undefined ? '' : ` ${more}`}`)
}

/** Milliseconds as people read them: `0.42 ms`, `49 ms`, `1.2 s`, `2 min`. The units are signs, the same in every language. */
export function durationText(milliseconds: number, language: Language): string {
  if (milliseconds < 10) return `${writeNumber(milliseconds, language, 'twoSignificant')} ms`
  if (milliseconds < 1000) return `${writeNumber(milliseconds, language, 'count')} ms`
  if (milliseconds < 120_000) return `${writeNumber(milliseconds / 1000, language, 'tenths')} s`
  return `${writeNumber(milliseconds / 60_000, language, 'tenths')} min`
}
