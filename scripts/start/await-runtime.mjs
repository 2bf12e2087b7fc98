import { setTimeout as sleep } from 'node:timers/promises'
import { PATIENCE_MS } from './patience.mjs'
import { describeProgress, showProgress } from './progress.mjs'

/** How often the line is redrawn and the fetch is looked at, milliseconds. */
const EVERY_MS = 250

/** @typedef {import('./fetch-runtime.mjs').Fetch} Fetch */

/**
 * Waits until the runtime is there, as long as its fetch moves.
 *
 * @param {Fetch} fetch
 * @param {{ wanted: boolean }} options wanted: the reader insists on the desktop app, so Enter does not end the wait
 * @returns {Promise<string | null>} why it is waited for no longer; null where it has come
 */
export async function awaitRuntime(fetch, { wanted }) {
  const show = showProgress(process.stdout)
  const enter = wanted ? null : watchForEnter(process.stdin)
  /** @type {import('./fetch-runtime.mjs').Fetched | null} */
  let fetched = null
  void fetch.done.then((result) => (fetched = result))
  let trace = fetch.trace()
  let movedAt = performance.now()
  try {
    for (;;) {
      await Promise.race([fetch.done, sleep(EVERY_MS), ...(enter ? [enter.pressed] : [])])
      if (fetched !== null) return whyFailed(fetched)
      if (enter?.wasPressed()) return 'as Enter asks, while the Electron runtime is still being fetched'
      const now = fetch.trace()
      if (now !== trace) movedAt = performance.now()
      trace = now
      if (performance.now() - movedAt >= PATIENCE_MS) {
        return `the Electron runtime has not moved for ${PATIENCE_MS / 1000} s (${describeProgress(fetch.progress())})`
      }
      show.at(fetch.progress(), wanted)
    }
  } finally {
    show.end()
    enter?.stop()
  }
}

/** @param {import('./fetch-runtime.mjs').Fetched} fetched */
const whyFailed = (fetched) => (fetched.ok ? null : `the Electron runtime could not be fetched (${fetched.why})`)

/**
 * @param {NodeJS.ReadStream} input
 * @returns {{ pressed: Promise<void>, wasPressed: () => boolean, stop: () => void }}
 */
function watchForEnter(input) {
  let was = false
  /** @type {() => void} */
  let settle = () => undefined
  const pressed = new Promise((/** @type {(value: void) => void} */ resolve) => (settle = resolve))
  /** @param {Buffer} chunk */
  const read = (chunk) => {
    if (!/[\r\n]/.test(chunk.toString())) return
    was = true
    settle()
  }
  input.on('data', read)
  return {
    pressed,
    wasPressed: () => was,
    stop() {
      input.off('data', read)
      input.pause()
      // Or an open pipe would keep the process alive.
      input.unref?.()
    },
  }
}
