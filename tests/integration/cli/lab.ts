import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll } from 'vitest'
import { buildIfNeeded } from '../../../scripts/build-if-needed.mjs'

const LAB = fileURLToPath(new URL('../../../scripts/lab.mjs', import.meta.url))

export interface Finished {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: Buffer
  readonly stderr: string
}

/** The environment of a person's terminal, without what the test runner adds. */
const environment = (): NodeJS.ProcessEnv => ({ ...process.env, npm_lifecycle_event: 'lab', NO_COLOR: '1' })

/** Starts the command line as a process of its own, as `npm run -s lab -- …` does. */
export const startLab = (args: readonly string[], cwd?: string): ChildProcess =>
  spawn(process.execPath, [LAB, ...args], { cwd, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })

/** Runs the command line to its end. */
export async function lab(args: readonly string[], cwd?: string): Promise<Finished> {
  const child = startLab(args, cwd)
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk))
  const { code, signal } = await ended(child)
  return { code, signal, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() }
}

export const ended = (child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> =>
  new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code, signal) => done({ code, signal }))
  })

/** Builds once before the tests of a file, so that none of them pays for it. */
export function useBuiltLab(): void {
  beforeAll(async () => {
    const build = await buildIfNeeded()
    if (!build.ok) throw new Error(build.message)
  }, 120_000)
}

/** Gives each test a folder of its own, gone after it. */
export function useFolder(): () => string {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-cli-'))
    folders.push(folder)
    return folder
  }
}
