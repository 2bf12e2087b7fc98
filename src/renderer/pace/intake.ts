import { nextFrame } from './pacer'

export interface Intake<T> {
  take(items: readonly T[]): void
  /** Forgets what waits: something newer contains it. */
  clear(): void
}

/**
 * Passes the first items on at once and whatever follows within the same frame together in the next one, in order: a page
 * that is too busy to keep up draws once for many messages and never falls behind by a queue of drawings.
 */
export function createIntake<T>(
  pass: (items: readonly T[]) => void,
  frame: (run: () => void) => void = nextFrame,
): Intake<T> {
  let waiting: T[] = []
  let open = true

  function drain(): void {
    if (waiting.length === 0) {
      open = true
      return
    }
    const items = waiting
    waiting = []
    open = false
    frame(drain)
    pass(items)
  }

  return {
    take(items) {
      for (const item of items) waiting.push(item)
      if (open) drain()
    },
    clear() {
      waiting = []
    },
  }
}
