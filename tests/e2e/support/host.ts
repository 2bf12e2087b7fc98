import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../../out/main/cli.js', import.meta.url))

export interface Host {
  /** With the token in the fragment. */
  readonly url: string
  readonly port: number
  /** Ends the process as a crash would. */
  kill(): Promise<void>
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>
}

/** Starts the browser host as a process of its own, on a free port unless one is given. */
export async function startHost(port = 0): Promise<Host> {
  const child = spawn(process.execPath, [CLI, 'serve', '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const url = await printedAddress(child)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((done) => child.once('close', done))
    child.kill(signal)
    await ended
  }
  return { url, port: Number(new URL(url).port), kill: () => end('SIGKILL'), stop: () => end('SIGINT') }
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let output = ''
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(output)
      if (address) done(address[0])
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('error', fail)
    child.once('close', () => fail(new Error(`The browser host ended before it was ready: ${output}`)))
  })
}
