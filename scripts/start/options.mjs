import { parseArgs } from 'node:util'

export const USAGE = `npm start [-- options]

  --browser      serve the browser version, even where the desktop app could open
  --desktop      open the desktop app or nothing: the browser version never takes its place
  --port <port>  the port of the browser version; any free one unless given
  --open         open the browser, also where this is not a terminal
  --no-open      never open the browser (also: HANDSHAKE_LAB_NO_OPEN=1)
  --no-sandbox   run the desktop app without Chromium's sandbox: the only way where the system denies it, as to root
  --help         show this`

/**
 * @typedef {{ help: boolean, browser: boolean, desktop: boolean, port: number, open: boolean | null, noSandbox: boolean }} Options
 */

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ ok: true, value: Options } | { ok: false, message: string }}
 */
export function readOptions(args, env) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        browser: { type: 'boolean', default: false },
        desktop: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        open: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        'no-sandbox': { type: 'boolean', default: false },
      },
    })
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : NaN
    if (!(port <= 65535)) return { ok: false, message: `--port ${values.port} is not a port: give 0 to 65535.` }
    const never = values['no-open'] || Boolean(env.HANDSHAKE_LAB_NO_OPEN)
    const { help, browser, desktop } = values
    if (browser && desktop) return { ok: false, message: 'Give --browser or --desktop, not both.' }
    const open = never ? false : values.open ? true : null
    return { ok: true, value: { help, browser, desktop, port, open, noSandbox: values['no-sandbox'] } }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}
