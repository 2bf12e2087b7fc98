/** A hidden page gets no frames; it still has to keep up, slowly. */
const HIDDEN_INTERVAL = 200

/** Runs a task in the next frame, or after a while where there are none. */
export function nextFrame(run: () => void): void {
  if (document.hidden) setTimeout(run, HIDDEN_INTERVAL)
  else requestAnimationFrame(() => run())
}

export interface Pacer {
  /** Runs the task once, in the next frame that is its turn; asking again meanwhile changes nothing. */
  ask(task: () => void): void
}

/**
 * Runs a task at most once a frame, and leaves the page at least as much time as the task takes: a heavy task on a long
 * trace runs less often instead of freezing everything.
 */
export function createPacer(now: () => number = () => performance.now()): Pacer {
  let waiting = false
  let notBefore = 0

  return {
    ask(task) {
      if (waiting) return
      waiting = true
      const turn = (): void => {
        if (now() < notBefore) return nextFrame(turn)
        waiting = false
        const began = now()
        task()
        notBefore = now() + (now() - began)
      }
      nextFrame(turn)
    },
  }
}
