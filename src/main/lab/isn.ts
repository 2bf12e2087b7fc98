import { getRandomValues } from 'node:crypto'
import { randomFrom } from '@shared/random'

export interface InitialSequenceNumbers {
  readonly client: number
  readonly server: number
}

/**
 * Draws a pair of initial sequence numbers for each connection: unpredictable (RFC 9293 §3.4.1), or the same ones in
 * each run where a seed is given.
 */
export function createIsnSource(seed?: number): () => InitialSequenceNumbers {
  const draw = seed === undefined ? unpredictable() : seeded(seed)
  return () => ({ client: draw(), server: draw() })
}

/** The system's randomness, many numbers at a time: each call for it costs as much as a hundred of them. */
function unpredictable(): () => number {
  const drawn = new Uint32Array(256)
  let next = drawn.length
  return () => {
    if (next === drawn.length) {
      getRandomValues(drawn)
      next = 0
    }
    return drawn[next++] ?? 0
  }
}

function seeded(seed: number): () => number {
  const random = randomFrom(seed)
  return () => random() * 2 ** 32
}
