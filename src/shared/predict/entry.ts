import type { Notation } from './answer'

/** Sequence and acknowledgement numbers have 32 bits (RFC 9293 §3.4). */
const LARGEST = 2 ** 32 - 1

/** The least and the largest number of an answer. A relative one may lie before the initial number, as an old duplicate's. */
export const RANGES: Readonly<Record<Notation, readonly [number, number]>> = {
  relative: [-LARGEST, LARGEST],
  absolute: [0, LARGEST],
}

/**
 * A whole number as people write it: with spaces or separators between the digits, in the full-width forms of East Asian
 * input methods (Unicode NFKC), with a hyphen or a minus sign.
 *
 * @returns null for an empty entry, NaN for what is no number or lies outside `RANGES`
 */
export function readNumber(text: string, notation: Notation): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,_]/g, '')
    .replace(/^[−–]/, '-')
  if (plain === '') return null
  const [least, largest] = RANGES[notation]
  const given = /^-?\d{1,10}$/.test(plain) ? Number(plain) : Number.NaN
  return given >= least && given <= largest ? given : Number.NaN
}
