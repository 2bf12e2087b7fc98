import { explain, type Language } from '@shared/text'
import type { TraceSegment } from '@shared/trace/schema'

export interface SaidReason {
  readonly text: string
  /** The section that says so. */
  readonly source: string
}

/** Why a segment has this acknowledgement number and why it was sent, each sentence once. */
export function reasonsOf({ why }: TraceSegment, language: Language): readonly SaidReason[] {
  if (!why) return []
  const all = [...(why.ack ? [why.ack] : []), why.sent].map((reason) => ({
    text: explain(reason, language),
    source: reason.source,
  }))
  return all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index)
}

/** Names what the program never learns of a segment, in the texts `inspector.unseen.…`. */
export function unseenOf({ flags, len }: TraceSegment): 'syn' | 'rst' | 'fin' | 'ack' | 'data' {
  if (flags.includes('SYN')) return 'syn'
  if (flags.includes('RST')) return 'rst'
  if (flags.includes('FIN')) return 'fin'
  return len === 0 ? 'ack' : 'data'
}
