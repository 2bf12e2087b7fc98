import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT, buildIfNeeded } from './build-if-needed.mjs'
import { serveBrowser, untilAskedToEnd } from './start/browser.mjs'
import { runDesktop } from './start/desktop.mjs'
import { hasDisplay } from './start/display.mjs'
import { fetchRuntime } from './start/fetch-runtime.mjs'
import { openBrowser } from './start/open-browser.mjs'
import { USAGE, readOptions } from './start/options.mjs'
import { findRuntime } from './start/runtime.mjs'
import { readSystem, whyNoSandbox } from './start/sandbox.mjs'

/**
 * `npm start`: builds where needed, then opens the desktop app; or serves the browser version and says why. Whatever
 * the network does, one of them is there within 5 s of the build's end.
 */

/** How long a download of Electron may hold up the start once the build is done. */
const PATIENCE_MS = 3500

/** @typedef {import('./start/fetch-runtime.mjs').Fetch} Fetch */

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** What a signal does before either host is there to handle it. */
const endEarly = () => process.exit(130)
const handOverSignals = () => SIGNALS.forEach((signal) => process.off(signal, endEarly))

/** @param {string} line */
const say = (line) => console.log(`Handshake Lab: ${line}`)

const options = readOptions(process.argv.slice(2), process.env)
if (!options.ok) {
  console.error(`${options.message}\n\n${USAGE}`)
  process.exit(2)
}
if (options.value.help) {
  console.log(USAGE)
  process.exit(0)
}
process.exit(await start(options.value))

/**
 * @param {import('./start/options.mjs').Options} options
 * @returns {Promise<number>} the exit code
 */
async function start(options) {
  const obstacle = whyNoDesktop(options)
  const fetch = obstacle ? null : beginFetch()
  // The installer is in a group of its own, which a Ctrl-C in the terminal does not reach.
  process.on('exit', () => fetch?.stop())
  for (const signal of SIGNALS) process.on(signal, endEarly)
  const build = await buildIfNeeded()
  if (!build.ok) {
    console.error(build.message)
    return 1
  }
  const why = obstacle ?? (await whyNoRuntime(fetch))
  return why === null ? desktop(options) : browser(options, why, fetch)
}

/**
 * What rules the desktop app out before anything is looked for.
 *
 * @param {import('./start/options.mjs').Options} options
 * @returns {string | null}
 */
function whyNoDesktop({ browser, noSandbox }) {
  if (browser) return 'as --browser asks'
  if (!hasDisplay(process.platform, process.env)) return 'there is no display here for the desktop app'
  if (noSandbox) return null
  // The system may let this one program make namespaces all the same: those are judged once it has failed.
  const why = whyNoSandbox({ ...readSystem(null), namespaces: true })
  return why === null ? null : `${why} (--no-sandbox opens it all the same)`
}

/** @returns {Fetch | null} */
function beginFetch() {
  const runtime = findRuntime(ROOT, process.env)
  return 'missing' in runtime && runtime.fetchable ? fetchRuntime(ROOT, process.env) : null
}

/**
 * @param {Fetch | null} fetch
 * @returns {Promise<string | null>}
 */
async function whyNoRuntime(fetch) {
  const fetched = fetch ? await Promise.race([fetch.done, sleep(PATIENCE_MS, null, { ref: false })]) : null
  const runtime = findRuntime(ROOT, process.env)
  if ('executable' in runtime) return null
  if (!fetch) return runtime.missing
  if (fetched === null) return 'the Electron runtime is still being fetched'
  return `${runtime.missing} and could not be fetched${fetched.ok ? '' : ` (${fetched.why})`}`
}

/** @param {import('./start/options.mjs').Options} options */
async function desktop(options) {
  const runtime = findRuntime(ROOT, process.env)
  if ('missing' in runtime) return browser(options, runtime.missing, null)
  say('opening the desktop app: its Electron runtime and a display are here. Ctrl-C ends it.')
  const args = options.noSandbox ? ['--no-sandbox', ROOT] : [ROOT]
  const app = runDesktop(runtime.executable, args, { root: ROOT, env: process.env })
  handOverSignals()
  const { code, failedToStart } = await app
  if (!failedToStart) return code
  const why = options.noSandbox ? null : whyNoSandbox(readSystem(runtime.executable))
  return browser(options, `the desktop app ended at once with code ${code}${why === null ? '' : `: ${why}`}`, null)
}

/**
 * @param {import('./start/options.mjs').Options} options
 * @param {string} why
 * @param {Fetch | null} fetch
 */
async function browser({ port, open }, why, fetch) {
  const served = await serveBrowser({ root: ROOT, port })
  if (!served.ok) {
    console.error(served.message)
    return 1
  }
  const ended = untilAskedToEnd()
  handOverSignals()
  say(`open ${served.url} in a browser; ${why}. Ctrl-C ends it.`)
  void fetch?.done.then(({ ok }) => {
    if (ok) say('the Electron runtime has arrived: the next "npm start" opens the desktop app.')
  })
  const mayOpen = open ?? (process.stdout.isTTY && hasDisplay(process.platform, process.env))
  if (mayOpen) openBrowser(served.url)
  await ended
  await served.close()
  return 0
}
