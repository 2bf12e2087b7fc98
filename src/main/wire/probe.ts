import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { ok, type Result } from '@shared/result'
import { wireFault } from './fault'
import type { WireFault } from '@shared/wire/faults'

/** What the probe asks of the machine; a test answers for machines that are not at hand. */
export interface Machine {
  readonly platform: string
  readonly path: string
  readonly exists: (path: string) => boolean
  /** Opens for reading and writing and closes again; answers the error's code, or null. */
  readonly opens: (path: string) => string | null
  /** Runs a program that does nothing; answers what it complained about, or null. */
  readonly runs: (program: string, args: readonly string[]) => Promise<string | null>
  /** Loads koffi; answers what it complained about, or null. */
  readonly koffi: () => string | null
}

const TUN = '/dev/net/tun'

/** Gives up on a program that does not end, milliseconds. */
const PATIENCE = 3000

/**
 * Whether this machine can hold a wire, and if not, why not. Changes nothing: the only program it runs is `true`, in
 * namespaces that end with it.
 *
 * @returns the path of `unshare`
 */
export async function probeWire(machine: Machine = thisMachine): Promise<Result<{ unshare: string }, WireFault>> {
  if (machine.platform !== 'linux') return wireFault('wire-not-linux')
  const unshare = machine.path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, 'unshare'))
    .find(machine.exists)
  if (unshare === undefined) return wireFault('wire-no-unshare')
  const complaint = await machine.runs(unshare, [...UNSHARE, 'true'])
  if (complaint !== null) return wireFault('wire-namespaces-forbidden', complaint)
  if (!machine.exists(TUN)) return wireFault('wire-no-tun')
  const code = machine.opens(TUN)
  if (code === 'ENODEV' || code === 'ENXIO') return wireFault('wire-no-tun', code)
  if (code !== null) return wireFault('wire-tun-forbidden', code)
  const missing = machine.koffi()
  return missing === null ? ok({ unshare }) : wireFault('wire-no-koffi', missing)
}

/**
 * Options of unshare(1): a user namespace in which this user is root, a network of its own, and a process namespace, so
 * that whatever was started inside ends with the first process there.
 */
export const UNSHARE = ['--map-root-user', '--net', '--pid', '--fork', '--kill-child'] as const

const thisMachine: Machine = {
  platform: process.platform,
  path: process.env['PATH'] ?? '/usr/bin:/bin',
  exists: existsSync,
  opens: (path) => {
    try {
      closeSync(openSync(path, 'r+'))
      return null
    } catch (cause) {
      return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    }
  },
  runs: (program, args) =>
    new Promise((resolve) => {
      let said = ''
      const child = spawn(program, args, {
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: PATIENCE,
        killSignal: 'SIGKILL',
      })
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
      child.on('error', (error) => resolve(error.message))
      child.on('close', (code) => resolve(code === 0 ? null : said.trim() || `exit code ${code}`))
    }),
  koffi: () => {
    try {
      createRequire(import.meta.url)('koffi')
      return null
    } catch (cause) {
      return cause instanceof Error ? cause.message : String(cause)
    }
  },
}
