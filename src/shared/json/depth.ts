/** Deeper than any file of ours nests, and far from what any reader's stack can bear. */
export const MAX_DEPTH = 100

const [QUOTE, BACKSLASH, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 91, 93, 123, 125]

/**
 * Where a JSON text nests deeper than `MAX_DEPTH`, found without recursion: to be asked before any parser is.
 *
 * @returns the offset in UTF-16 units; null where it never does
 */
export function tooDeepAt(text: string): number | null {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (quoted) {
      if (unit === BACKSLASH) at += 1
      else if (unit === QUOTE) quoted = false
    } else if (unit === QUOTE) quoted = true
    else if (unit === OPEN_ARRAY || unit === OPEN_OBJECT) {
      depth += 1
      if (depth > MAX_DEPTH) return at
    } else if (unit === CLOSE_ARRAY || unit === CLOSE_OBJECT) depth = Math.max(0, depth - 1)
  }
  return null
}
