/**
 * The browser host under soak, in a process of its own: serves, and answers each `measure` with what it holds.
 * Run with `--expose-gc`; its argument is the folder of the build.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'

const out = process.argv[2] ?? 'out'
const { serve } = await import(pathToFileURL(join(out, 'main', 'web.js')).href)
/** @type {string[]} */
const reported = []
const served = await serve({
  files: join(out, 'renderer'),
  report: (/** @type {unknown} */ error) => reported.push(String(error)),
})
if (!served.ok) throw new Error(served.error.message)

const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()

/** How many descriptors are open; null where the system has no list of them. */
function descriptors() {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return null
  }
}

process.on('message', async (message) => {
  if (message === 'end') {
    await served.value.close()
    process.exit(0)
  }
  // Twice: what a finaliser lets go of is free only after the second.
  for (let round = 0; round < 2; round++) globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  const loop = { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 }
  delay.reset()
  process.send?.({ heap: heapUsed + external, rss, descriptors: descriptors(), loop, reported: reported.splice(0) })
})
process.send?.({ port: served.value.port, token: served.value.token })
