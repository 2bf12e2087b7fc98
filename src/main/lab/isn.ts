import { randomBytes } from 'node:crypto'
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
  const random = seed === undefined ? null : randomFrom(seed)
  const draw = (): number => (random === null ? randomBytes(4).readUInt32BE() : random() * 2 ** 32)
  return () => ({ client: draw(), server: draw() })
}
