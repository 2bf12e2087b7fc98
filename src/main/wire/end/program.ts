import { spawn, type ChildProcess } from 'node:child_process'
import type { FromEnd } from '@shared/wire/messages'

/** What a program may print before the rest is only counted, bytes. */
const PASSED_ON = 64 * 1024

/** One program of the reader's in this end's network; its output goes to the parent. */
export class Program {
  #child: ChildProcess | null = null
  #passedOn = 0
  #silenced = 0

  constructor(
    private readonly tell: (message: FromEnd) => void,
    private readonly output: (stream: 1 | 2, chunk: Buffer) => void,
  ) {}

  run(command: string, cwd: string): void {
    // Electron's switch is for this process, not for the reader's program.
    const env = { ...process.env }
    delete env['ELECTRON_RUN_AS_NODE']
    const child = spawn('/bin/sh', ['-c', command], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    child.on('spawn', () => this.tell({ kind: 'started' }))
    child.on('error', (error) => {
      this.output(2, Buffer.from(`${error.message}\n`))
      this.tell({ kind: 'exited', code: 127, signal: null })
    })
    for (const [stream, number] of [
      [child.stdout, 1],
      [child.stderr, 2],
    ] as const)
      stream.on('data', (chunk: Buffer) => this.#printed(number, chunk))
    child.on('close', (code, signal) => {
      if (this.#silenced > 0) this.tell({ kind: 'silenced', bytes: this.#silenced })
      this.tell({ kind: 'exited', code, signal })
    })
  }

  kill(): void {
    this.#child?.kill('SIGKILL')
  }

  #printed(stream: 1 | 2, chunk: Buffer): void {
    const kept = chunk.subarray(0, Math.max(0, PASSED_ON - this.#passedOn))
    this.#passedOn += kept.length
    this.#silenced += chunk.length - kept.length
    if (kept.length > 0) this.output(stream, kept)
  }
}
