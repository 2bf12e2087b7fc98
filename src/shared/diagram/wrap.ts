import type { Face, Measure } from './measure'

/** A CJK character breaks anywhere (but closing punctuation clings to what it closes); other text breaks at spaces. */
const PIECES = /[\u2e80-\uffff][\u3001\u3002\uff0c\uff1a\uff1b\uff09\u201d]*|[^\s\u2e80-\uffff]+|\s+/g

/** Breaks a text into lines no wider than `width` pixels; a single longer word stands on a line of its own. */
export function wrap(text: string, width: number, face: Face, measure: Measure): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && measure((line + piece).trimEnd(), face) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else {
      line += line === '' ? piece.trimStart() : piece
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}
