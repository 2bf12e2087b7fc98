import { StringDecoder } from 'node:string_decoder'

/** What one connection may keep of one direction's text, in UTF-8 bytes, over all its events (invariant 10). */
export const PREVIEW_BYTES = 4096

/** Where text is counted out in bytes; nothing in it is kept. */
const scratch = new Uint8Array(PREVIEW_BYTES)
const encoder = new TextEncoder()

/**
 * Turns the first bytes of a stream into text, chunk by chunk. A character whose bytes are split over two chunks
 * appears with the second one; the character that would pass the limit is left out whole.
 */
export class Preview {
  readonly #decoder = new StringDecoder('utf8')
  #left: number
  #dropped = 0

  constructor(limit: number) {
    this.#left = Math.min(limit, scratch.length)
  }

  /** Bytes whose text was not kept. */
  get dropped(): number {
    return this.#dropped
  }

  /** @returns the text of this chunk that is kept; undefined when none is */
  take(chunk: Buffer): string | undefined {
    if (this.#left === 0) {
      this.#dropped += chunk.length
      return undefined
    }
    const kept = chunk.subarray(0, this.#left)
    this.#dropped += chunk.length - kept.length
    const text = this.#decoder.write(kept)
    const { read, written } = encoder.encodeInto(text, scratch.subarray(0, this.#left))
    // A replacement character takes more room than the byte it stands for; once one does not fit, the preview is over.
    this.#left = read < text.length || kept.length < chunk.length ? 0 : this.#left - written
    return read === 0 ? undefined : text.slice(0, read)
  }
}
