import type { Happening, Network, Scenario } from '../../scenario/schema'
import type { Side } from '../../trace/names'
import type { Connection } from '../../trace/schema'
import { createEndpoint } from '../endpoint'
import { Clock } from '../network/clock'
import type { PathOptions } from '../network/path'
import { randomFrom } from '../../random'
import { adjust, PROFILES, type Profile } from '../profile'
import { RULES } from '../reasons'
import type { Endpoint, Rules } from '../types'
import { SimulatedConnection, type Surroundings } from './connection'
import { StepPlayer, type StepTarget } from './player'

/** Addresses set aside for documentation (RFC 5737). */
const CLIENT = '192.0.2.1'
const SERVER = '198.51.100.1'
const SPOOFED = '203.0.113.'
const FIRST_PORT = 50_000
const SERVER_PORT = 80

/** The whole of a simulated run: the clock, the connections in the order they were made, and the scenario's steps. */
export class World implements Surroundings, StepTarget {
  readonly clock = new Clock()
  readonly random: () => number
  readonly player: StepPlayer
  private readonly connections: SimulatedConnection[] = []
  private readonly chosen: Record<Side, number> = { client: 0, server: 0 }
  private readonly profile: Profile
  private readonly rules: Rules
  private latest: SimulatedConnection
  private port = FIRST_PORT
  private started = false

  constructor(
    readonly scenario: Scenario,
    private readonly network: Network,
    seed: number,
  ) {
    this.random = randomFrom(seed)
    this.profile = adjust(PROFILES[scenario.profile ?? 'rfc'], network.parameters)
    const off = scenario.counterfactual ?? []
    this.rules = {
      twoWayHandshake: off.includes('two-way-handshake'),
      noTimeWait: off.includes('no-time-wait'),
      isnAlwaysZero: off.includes('isn-always-zero'),
      noAckForFin: off.includes('no-ack-for-fin'),
    }
    this.player = new StepPlayer(scenario.steps, this)
    this.latest = this.open(CLIENT, this.port, network)
    for (const rule of off) this.latest.recorder.note('counterfactual', RULES[rule])
    for (const happening of network.happenings) this.clock.at(happening.at, { run: () => this.happen(happening) })
  }

  current(): SimulatedConnection {
    return this.latest
  }

  /** A second `connect` makes a new connection; its port is the old one's when that has been given back. */
  connect(side: Side): void {
    if (this.latest.sockets[side].closed) {
      if (this.latest.pair.ends[side].state !== 'CLOSED') this.port += 1
      this.latest = this.open(CLIENT, this.port, this.network)
    }
    this.latest.sockets[side].connect()
  }

  endpoint(side: Side): Endpoint {
    const given = this.network.isn?.[side]?.[this.chosen[side]]
    this.chosen[side] += 1
    const iss = given ?? Math.floor(this.random() * 2 ** 32)
    const noDelay = this.scenario[side].noDelay ?? false
    return createEndpoint({ profile: this.profile, iss, noDelay, rules: this.rules })
  }

  hasRoom(): boolean {
    const halfOpen = this.connections.filter(
      ({ byCookie, pair }) => !byCookie && pair.ends.server.state === 'SYN-RECEIVED',
    )
    return halfOpen.length < this.network.backlog
  }

  /** Lets the first step look for its turn; nothing plays before the world stands. */
  start(): void {
    this.started = true
    this.player.look()
  }

  happened(): void {
    if (this.started) this.player.look()
  }

  record(): Connection[] {
    return this.connections.map((connection) => connection.record())
  }

  private open(address: string, port: number, path: PathOptions, told = true): SimulatedConnection {
    const id = `c${this.connections.length + 1}`
    const connection = new SimulatedConnection(this, {
      id,
      client: { address, port },
      server: { address: SERVER, port: SERVER_PORT },
      path,
    })
    this.connections.push(connection)
    if (this.scenario.server.listening ?? true) connection[told ? 'listen' : 'answer']('server')
    return connection
  }

  private happen(happening: Happening): void {
    switch (happening.do) {
      case 'crash':
        return this.latest.crash(happening.side)
      case 'listen':
        return this.latest.listen(happening.side)
      case 'inject': {
        const { from, flags, seq, ack, len } = happening
        return this.latest.inject(from, flags, seq, ack, len)
      }
      case 'flood':
        return this.flood(happening.count)
    }
  }

  private flood(count: number): void {
    const path: PathOptions = { delay: this.network.delay, jitter: 0, faults: [{ do: 'drop', from: 'server' }] }
    for (let i = 1; i <= count; i += 1) this.open(`${SPOOFED}${i}`, FIRST_PORT + i, path, false).spoof()
  }
}
