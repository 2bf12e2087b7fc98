/** Whether two values of plain data say the same. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [keys, others] = [Object.keys(a), Object.keys(b)]
  return (
    keys.length === others.length &&
    keys.every((key) => key in b && sameData(a[key as keyof typeof a], b[key as keyof typeof b]))
  )
}

/**
 * Puts the former object in the place of one that says the same, so that what draws it knows at a glance that there is
 * nothing to draw anew.
 *
 * @param key - names a mark among its like
 */
export function keepSame<T>(now: readonly T[], before: readonly T[], key: (mark: T) => unknown): readonly T[] {
  const known = new Map(before.map((mark) => [key(mark), mark]))
  return now.map((mark) => {
    const former = known.get(key(mark))
    return former !== undefined && sameData(former, mark) ? former : mark
  })
}
