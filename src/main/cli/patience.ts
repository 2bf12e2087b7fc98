import { Worker } from 'node:worker_threads'

/**
 * Says after 2, 4, 8, … seconds that work goes on. In a thread of its own, since most of the work holds up the main one; and
 * straight to standard error, which a worker's `process.stderr` reaches only by way of that.
 */
const WATCH = `
  const { writeSync } = require('node:fs')
  const { workerData } = require('node:worker_threads')
  let seconds = 2
  const say = () => {
    writeSync(workerData.terminal, workerData.what + ' for ' + seconds + ' s; Ctrl-C ends it.\\n')
    setTimeout(say, seconds * 1000)
    seconds *= 2
  }
  setTimeout(say, 2000)
`

/**
 * Does something that may take long, and tells a person who waits that it goes on. Where no person waits, as in a pipeline,
 * nothing is said.
 *
 * @param what - such as `Simulating`
 * @param terminal - the descriptor of the terminal at which the person sits; null where there is none
 */
export async function patiently<T>(
  what: string,
  work: () => T | Promise<T>,
  terminal: number | null = process.stderr.isTTY ? 2 : null,
): Promise<T> {
  if (terminal === null) return work()
  const watch = new Worker(WATCH, { eval: true, workerData: { what, terminal } })
  // Where the system has no thread to spare, the work is done all the same.
  watch.on('error', () => undefined)
  watch.unref()
  try {
    return await work()
  } finally {
    void watch.terminate()
  }
}
