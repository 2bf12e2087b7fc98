import { ROOT, buildIfNeeded } from './build-if-needed.mjs'
import { awaitRuntime } from './start/await-runtime.mjs'
import { serveBrowser, untilAskedToEnd } from './start/browser.mjs'
import { runDesktop } from './start/desktop.mjs'
import { hasDisplay } from './start/display.mjs'
import { fetchRuntime } from './start/fetch-runtime.mjs'
import { USAGE, readOptions } from './start/options.mjs'
import { findRuntime } from './start/runtime.mjs'
import { readSystem, whyNoSandbox } from './start/sandbox.mjs'

/**
 * `npm start`: builds where needed, then opens the desktop app, whose runtime it fetches the first time; or serves the
 * browser version and says why.
 */

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
  const why = obstacle ?? (await whyNoRuntime(fetch, options))
  return why === null ? desktop(options) : instead(options, why, fetch)
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
 * @param {import('./start/options.mjs').Options} options
 * @returns {Promise<string | null>}
 */
async function whyNoRuntime(fetch, { desktop }) {
  const why = fetch ? await awaitRuntime(fetch, { wanted: desktop }) : null
  const runtime = findRuntime(ROOT, process.env)
  return 'executable' in runtime ? null : (why ?? runtime.missing)
}

/**
 * What takes the place of a desktop app that cannot open: the browser version, unless the reader insists.
 *
 * @param {import('./start/options.mjs').Options} options
 * @param {string} why
 * @param {Fetch | null} fetch
 * @returns {Promise<number>}
 */
async function instead(options, why, fetch) {
  if (!options.desktop) return browser(options, why, fetch)
  console.error(`Handshake Lab: no desktop app, and --desktop asks for nothing else: ${why}.`)
  return 1
}

/** @param {import('./start/options.mjs').Options} options */
async function desktop(options) {
  const runtime = findRuntime(ROOT, process.env)
  if ('missing' in runtime) return instead(options, runtime.missing, null)
  say('opening the desktop app: its Electron runtime and a display are here. Ctrl-C ends it.')
  const args = options.noSandbox ? ['--no-sandbox', ROOT] : [ROOT]
  const app = runDesktop(runtime.executable, args, { root: ROOT, env: process.env })
  handOverSignals()
  const { code, failedToStart } = await app
  if (!failedToStart) return code
  const why = options.noSandbox ? null : whyNoSandbox(readSystem(runtime.executable))
  return instead(options, `the desktop app ended at once with code ${code}${why === null ? '' : `: ${why}`}`, null)
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
  // Where there is no opener, the printed address is what there is.
  if (mayOpen) await served.open()
  await ended
  await served.close()
  return 0
}
