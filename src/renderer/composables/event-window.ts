/** Rows that stand in the page at once: a trace may hold thousands. */
export const WINDOW = 200

/**
 * Where the window over `count` rows begins so that `index` is in it.
 *
 * @param start - where it begins now; kept when the row is in it already
 */
export function windowFor(index: number, start: number, count: number): number {
  if (index >= start && index < start + WINDOW) return start
  return Math.max(0, Math.min(index - WINDOW / 2, count - WINDOW))
}
