/** So many pieces are joined at a time. */
const CHUNK = 1000

/**
 * A document while it is being written. Its pieces are joined a thousand at a time, so that the many small strings of a
 * long conversation are gone before the garbage collector has to move them; that is what makes 10,000 segments quick.
 */
export class Sheet {
  #pieces: string[] = []
  readonly #chunks: string[] = []

  push(piece: string, ...more: readonly string[]): void {
    this.#pieces.push(piece)
    for (const another of more) this.#pieces.push(another)
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
