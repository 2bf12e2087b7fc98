import type { Command } from 'commander'
import { runFailure } from '../failure'
import { addOutputOptions, type OutputOptions } from '../output-options'
import { present } from '../present'
import type { Streams } from '../streams'
import { checkTargets } from '../targets'

interface WireOptions extends OutputOptions {
  readonly server: string
  readonly client: string
}

/** `lab wire`: any two programs, each in a network of its own, and what they said to each other. */
export function addWire(program: Command, streams: Streams, endProgram: string): void {
  const command = program
    .command('wire')
    .description('run any two programs on a wire of their own, and show their conversation (Linux)')
    .requiredOption('--server <command>', 'listens on 192.0.2.2, 2001:db8::2 or every address: "node server.js"')
    .requiredOption('--client <command>', 'connects there: "curl http://192.0.2.2:3000/"; its end ends the run')
  addOutputOptions(command).action(async (options: WireOptions) => {
    checkTargets(options, streams)
    const { Namespaces, runPrograms } = await import('../../wire')
    const stop = new AbortController()
    const interrupted = (): void => stop.abort()
    process.once('SIGINT', interrupted)
    const lines = { client: new Lines('client', streams), server: new Lines('server', streams) }
    const ran = await runPrograms({
      server: options.server,
      client: options.client,
      cwd: process.cwd(),
      maker: new Namespaces({ program: endProgram }),
      stop: stop.signal,
      output: (side, _stream, bytes) => lines[side].add(bytes),
      note: streams.note,
    })
    process.off('SIGINT', interrupted)
    for (const rest of Object.values(lines)) rest.end()
    if (!ran.ok) throw runFailure(ran.error.message)
    if (ran.value.connections.length === 0) throw runFailure('The two programs sent each other no segment.')
    await present(ran.value, options, streams)
  })
}

/** What a program prints, line by line, each with the side that printed it; to standard error, as the rest of the talk about a run. */
class Lines {
  #rest = ''
  readonly #decoder = new TextDecoder()

  constructor(
    private readonly side: string,
    private readonly streams: Streams,
  ) {}

  add(bytes: Uint8Array): void {
    const lines = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split('\n')
    this.#rest = lines.pop() ?? ''
    for (const line of lines) this.streams.note(`${this.side}: ${line}`)
  }

  end(): void {
    if (this.#rest !== '') this.streams.note(`${this.side}: ${this.#rest}`)
  }
}
