import { addressText } from '../diagram'
import { say, writeNumber, type Language } from '../text'
import type { SeenConnection } from './read/tally'

/** What a list of a capture's connections tells of each. */
export const COLUMNS = ['id', 'ends', 'begins', 'lasts', 'segments', 'bytes', 'opening', 'ending', 'again'] as const
export type Column = (typeof COLUMNS)[number]

/** One line of the list, as words and numbers of a language. @param number - from 1, as the list counts */
export function cellsOf(
  connection: SeenConnection,
  number: number,
  language: Language,
): Readonly<Record<Column, string>> {
  const { client, server, begins, ends, packets, bytes, opening, ending, resetBy, retransmissions } = connection
  const seconds = (milliseconds: number): string => writeNumber(milliseconds / 1000, language, 'precise')
  const count = (value: number): string => writeNumber(value, language)
  const by = resetBy ?? 'client'
  return {
    id: String(number),
    ends: `${addressText(client)} ⇄ ${addressText(server)}`,
    begins: seconds(begins),
    lasts: seconds(ends - begins),
    segments: count(packets),
    bytes: `${count(bytes.client)} / ${count(bytes.server)}`,
    opening: say(`capture.opening.${opening}`, language),
    ending: say(ending === 'reset' ? `capture.ending.reset-${by}` : `capture.ending.${ending}`, language),
    again: count(retransmissions),
  }
}
