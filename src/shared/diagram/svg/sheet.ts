/**
 * A document while it is being written: pieces, joined once at the end. Numbers stay numbers until then, and no
 * half-finished string is built on the way; that is what makes 10,000 segments quick.
 */
export type Sheet = (string | number)[]

/** Sorts marks into groups that share their attributes, in order of first use. */
export function grouped<T, K extends string>(marks: readonly T[], key: (mark: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const mark of marks) {
    const shared = key(mark)
    const group = groups.get(shared)
    if (group === undefined) groups.set(shared, [mark])
    else group.push(mark)
  }
  return groups
}

export const dashes = (pattern: string | null): string => (pattern === null ? '' : ` stroke-dasharray="${pattern}"`)
