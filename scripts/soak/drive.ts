import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import WebSocket from 'ws'
import { webSocketClient } from '../../src/renderer/client/web-socket'
import type { LabClient } from '../../src/shared/protocol/client'
import type { CommandName, CommandParams, CommandResult } from '../../src/shared/protocol/commands'
import type { Result } from '../../src/shared/result'
import { CATALOGUE } from '../../src/shared/scenario/catalogue'
import { fuzzHttp } from '../fuzz/http'
import type { Random } from '../fuzz/random'

/** What the host holds at rest between two rounds. */
export interface Sample {
  /** Since the beginning, seconds. */
  readonly at: number
  /** Heap and what it holds outside, and the whole process, bytes. */
  readonly heap: number
  readonly rss: number
  /** Null where the system does not tell. */
  readonly descriptors: number | null
  /** How long the event loop was late in the round before, milliseconds. */
  readonly loop: { readonly p99: number; readonly max: number }
}

export interface SoakResult {
  readonly samples: readonly Sample[]
  readonly scenarios: number
  readonly attacks: number
  readonly reloads: number
  readonly failures: readonly string[]
}

export interface SoakOptions {
  readonly seconds: number
  /** Length of a round, after which the host is measured at rest, seconds. */
  readonly round: number
  readonly random: Random
  /** The folder of the build. */
  readonly out: string
  readonly onSample?: (sample: Sample) => void
}

const LIVE = CATALOGUE.filter(({ kind }) => kind === 'live').map(({ scenario }) => scenario)
/** What only a fault of the host answers. */
const FAULTS: ReadonlySet<string> = new Set(['internal', 'bad-answer', 'disconnected'])

/** Plays scenarios, attacks and reloads against a browser host in a process of its own, round by round. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const host = fork(fileURLToPath(new URL('./host.mjs', import.meta.url)), [options.out], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const run = new Soak(host, options)
  try {
    return await run.play()
  } finally {
    if (host.connected) host.send('end')
    if (host.exitCode === null) await once(host, 'exit')
  }
}

class Soak {
  readonly #begun = performance.now()
  readonly #failures: string[] = []
  readonly #samples: Sample[] = []
  readonly #counts = { scenarios: 0, attacks: 0, reloads: 0 }
  #where = { port: 0, token: '' }

  constructor(
    private readonly host: ChildProcess,
    private readonly options: SoakOptions,
  ) {
    host.stderr?.on('data', (chunk: Buffer) => this.#failures.push(`the host wrote: ${chunk.toString().trim()}`))
    host.on('exit', (code, signal) => {
      if (code !== 0) this.#failures.push(`the host ended with ${signal ?? code}`)
    })
  }

  async play(): Promise<SoakResult> {
    this.#where = await this.#heard<{ port: number; token: string }>()
    const page = this.#page()
    while (this.#elapsed() < this.options.seconds && this.host.exitCode === null) {
      const until = Math.min(this.#elapsed() + this.options.round, this.options.seconds)
      await Promise.all([this.#scenarios(page, until), this.#attack(until), this.#reload(until)])
      await this.#call(page, 'reset', {})
      await this.#measure()
    }
    page.dispose()
    return { samples: this.#samples, ...this.#counts, failures: this.#failures }
  }

  async #scenarios(page: LabClient, until: number): Promise<void> {
    const { random } = this.options
    while (this.#elapsed() < until && page.link !== 'lost') {
      this.#counts.scenarios += 1
      if (random.chance(0.2)) await this.#visits(page)
      else await this.#scenario(page)
      await this.#call(page, 'stop', {})
    }
  }

  async #scenario(page: LabClient): Promise<void> {
    const { random } = this.options
    await this.#call(page, 'play', { scenario: random.pick(LIVE) })
    const patience = random.int(1500)
    await pause(patience)
    const { port } = this.#known(await page.call('snapshot', {}))?.listener ?? { port: 0 }
    const strangers = port === 0 ? [] : Array.from({ length: random.int(20) }, () => connect(port, '127.0.0.1'))
    for (const stranger of strangers) stranger.on('error', () => undefined).write('no friend of yours')
    await pause(20)
    for (const stranger of strangers) stranger.resetAndDestroy()
  }

  /** Puzzle 1's door: requests, bytes that are none, silence. */
  async #visits(page: LabClient): Promise<void> {
    const door = await this.#call(page, 'listenForOwnClient', { port: 0 })
    if (!door) return
    const { random } = this.options
    const says = [`GET / HTTP/1.1\r\nHost: x\r\n\r\n`, '\x16\x03\x01\x02', 'hello\r\n\r\n', '', 'GET /'.repeat(5000)]
    const sockets = Array.from({ length: random.int(100) }, () => connect(door.port, '127.0.0.1'))
    for (const socket of sockets)
      socket
        .on('error', () => undefined)
        .resume()
        .write(random.pick(says))
    await pause(100)
    for (const socket of sockets) socket.destroy()
  }

  async #attack(until: number): Promise<void> {
    const { port, token } = this.#where
    while (this.#elapsed() < until && this.host.exitCode === null) {
      this.#counts.attacks += 100
      try {
        await fuzzHttp({ port, count: 100, random: this.options.random, at: 8 })
      } catch (error) {
        this.#failures.push(String(error))
        return
      }
      const link = new WebSocket(`ws://127.0.0.1:${port}/lab`, ['handshake-lab.1', `token.${token}`], {
        origin: `http://127.0.0.1:${port}`,
      })
      link.on('error', () => undefined)
      link.on('open', () => link.send(this.options.random.pick(['{', '[]', '['.repeat(50_000), '{"kind":"call"}'])))
      await once(link, 'close').catch(() => undefined)
    }
  }

  async #reload(until: number): Promise<void> {
    while (this.#elapsed() < until && this.host.exitCode === null) {
      this.#counts.reloads += 1
      const page = this.#page()
      await this.#call(page, 'snapshot', {})
      page.dispose()
      await pause(100)
    }
  }

  async #measure(): Promise<void> {
    if (!this.host.connected) return
    await pause(200)
    this.host.send('measure')
    const { reported, ...held } = await this.#heard<Omit<Sample, 'at'> & { reported: string[] }>()
    this.#failures.push(...reported.map((text) => `the host reported: ${text}`))
    const sample = { at: this.#elapsed(), ...held }
    this.#samples.push(sample)
    this.options.onSample?.(sample)
  }

  #page(): LabClient {
    const { port, token } = this.#where
    return webSocketClient({
      url: `ws://127.0.0.1:${port}/lab`,
      token,
      open: (url, protocols) => new WebSocket(url, protocols, { origin: `http://127.0.0.1:${port}` }),
    })
  }

  async #call<C extends CommandName>(
    page: LabClient,
    command: C,
    params: CommandParams<C>,
  ): Promise<CommandResult<C> | null> {
    return this.#known(await page.call(command, params), command)
  }

  #known<T>(result: Result<T>, what = 'snapshot'): T | null {
    if (result.ok) return result.value
    if (FAULTS.has(result.error.code)) this.#failures.push(`${what}: ${result.error.message}`)
    return null
  }

  /** The host's next message. */
  async #heard<T>(): Promise<T> {
    const over = new AbortController()
    const { signal } = over
    const ended = once(this.host, 'exit', { signal }).then(() => Promise.reject(new Error('the host ended')))
    try {
      const [message] = (await Promise.race([once(this.host, 'message', { signal }), ended])) as [T]
      return message
    } finally {
      ended.catch(() => undefined)
      over.abort()
    }
  }

  #elapsed(): number {
    return (performance.now() - this.#begun) / 1000
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * How far a figure moved from the first third of the run to the last, the first sample left out: it is from before
 * everything was loaded. The median of each third.
 *
 * @returns 0.05 for five per cent more; null where there is nothing to compare
 */
export function drift(figures: readonly (number | null)[]): number | null {
  const known = figures.slice(1).filter((figure) => figure !== null)
  const third = Math.floor(known.length / 3)
  if (third === 0) return null
  const first = median(known.slice(0, third))
  return (median(known.slice(-third)) - first) / first
}

const median = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN
