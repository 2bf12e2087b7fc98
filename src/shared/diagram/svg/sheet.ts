/** So many pieces are joined at a time. */
const CHUNK = 1000

/**
 * A document while it is being written. Its pieces are joined a thousand at a time, so that the many small strings of a
 * long conversation are gone before the garbage collector has to move them; that is what makes 10,000 segments quick.
 */
export class Sheet {
  #pieces: string[] = []
  readonly #chunks: string[] = []

  push(...pieces: readonly string[]): void {
    for (const piece of pieces) this.#pieces.push(piece)
    if (this.#pieces.length >= CHUNK) this.#join()
  }

  /** Puts a finished part behind what is here. */
  append(part: Sheet): void {
    this.#join()
    part.#join()
    for (const chunk of part.#chunks) this.#chunks.push(chunk)
  }

  toString(): string {
    this.#join()
    return this.#chunks.join('')
  }

  #join(): void {
    this.#chunks.push(this.#pieces.join(''))
    this.#pieces = []
  }
}

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
