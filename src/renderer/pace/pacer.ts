/** A hidden page gets no frames; it still has to keep up, slowly. */
const HIDDEN_INTERVAL = 200

/** Runs a task in the next frame, or after a while where there are none. */
export function nextFrame(run: () => void): void {
  if (document.hidden) setTimeout(run, HIDDEN_INTERVAL)
  else requestAnimationFrame(() => run())
}

export interface Pacer {
  /** Runs the task at once, or in the next frame that is its turn; asking again before that changes nothing. */
  ask(task: () => void): void
}

/**
 * Runs a task at once and then at most once a frame, and leaves the page at least as much time as the task takes: a heavy
 * task on a long trace runs less often instead of freezing everything.
 */
export function createPacer(now: () => number = () => performance.now()): Pacer {
  let asked: (() => void) | null = null
  let resting = false
  let notBefore = 0

  function run(task: () => void): void {
    const began = now()
    asked = null
    resting = true
    nextFrame(turn)
    task()
    notBefore = now() + (now() - began)
  }

  function turn(): void {
    resting = asked !== null
    if (asked === null) return
    if (now() < notBefore) nextFrame(turn)
    else run(asked)
  }

  return {
    ask(task) {
      if (!resting && now() >= notBefore) return run(task)
      asked ??= task
      if (!resting) nextFrame(turn)
      resting = true
    },
  }
}
