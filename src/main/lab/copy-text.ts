/**
 * The beginning of a text as a string of its own. V8 keeps the whole text alive behind a `slice` of it, so a short piece of
 * something long costs as much as the long one for as long as the piece is kept.
 *
 * @param limit - in UTF-16 units; a surrogate pair that it would cut in two is left out
 */
export function copyText(text: string, limit: number): string {
  const cut = text.length > limit && isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit
  return Buffer.from(text.slice(0, cut)).toString()
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
