/** Rows that stand in the page at once: a trace may hold thousands. */
export const WINDOW = 100

/** The window follows the end in steps of so many rows: one more row below is cheap, one less above moves all others. */
const STEP = 25

/** Where a window begins that reaches to the end of `count` rows; it holds `WINDOW` of them or up to `STEP` fewer. */
export const windowAtEnd = (count: number): number => Math.max(0, Math.ceil((count - WINDOW) / STEP) * STEP)

/**
 * Where the window over `count` rows begins so that `index` is in it.
 *
 * @param start - where it begins now; kept when the row is in it already
 */
export function windowFor(index: number, start: number, count: number): number {
  if (index >= start && index < start + WINDOW) return start
  return Math.max(0, Math.min(index - WINDOW / 2, count - WINDOW))
}
