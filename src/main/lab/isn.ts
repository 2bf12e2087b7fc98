import { randomBytes } from 'node:crypto'

export interface InitialSequenceNumbers {
  readonly client: number
  readonly server: number
}

/**
 * Draws a pair of initial sequence numbers for each connection: unpredictable (RFC 9293 §3.4.1), or the same ones in
 * each run where a seed is given.
 */
export function createIsnSource(seed?: number): () => InitialSequenceNumbers {
  const draw = seed === undefined ? () => randomBytes(4).readUInt32BE() : mulberry32(seed)
  return () => ({ client: draw(), server: draw() })
}

/** Tommy Ettinger's mulberry32: 32 bits of state, well spread, not for secrets. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}
