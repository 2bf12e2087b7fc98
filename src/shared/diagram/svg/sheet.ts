/**
 * A document while it is being written: pieces, joined once at the end. Numbers stay numbers until then, and no
 * half-finished string is built on the way; that is what makes 10,000 segments quick.
 */
export type Sheet = (string | number)[]

/** Sorts marks into runs that share their attributes, each written as one group. Groups stand in order of first use. */
export function grouped<T>(marks: readonly T[], key: (mark: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const mark of marks) {
    const attributes = key(mark)
    const group = groups.get(attributes)
    if (group === undefined) groups.set(attributes, [mark])
    else group.push(mark)
  }
  return groups
}

export const dashes = (pattern: string | null): string => (pattern === null ? '' : ` stroke-dasharray="${pattern}"`)
