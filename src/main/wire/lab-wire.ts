import { err, ok, type Err, type Result } from '@shared/result'
import { decodePacket, encodePacket } from '@shared/capture/packet'
import { ipHeader } from '@shared/capture/from-segment'
import { addressBytes } from '@shared/capture/address'
import type { ErrorCode } from '@shared/protocol/errors'
import type { Scenario } from '@shared/scenario/schema'
import { flagBits, SYN, FIN, RST } from '@shared/trace/flags'
import { Path } from '@shared/tcp/network/path'
import { randomFrom } from '@shared/random'
import { add } from '@shared/tcp/seq'
import { otherSide, SIDES, type Side } from '@shared/trace/names'
import type { Address } from '@shared/trace/schema'
import type { WireFault } from '@shared/wire/faults'
import type { FromEnd } from '@shared/wire/messages'
import type { Deadline, Forged, KeptCopy, SegmentAction, ShownFlight, WireMode, WireState } from '@shared/wire/state'
import { clockOrigin } from '../lab/clock'
import type { Conversation } from '../lab/conversation'
import * as failures from '../lab/failures'
import { findClosedPort } from '../lab/listener'
import type { Stage } from '../lab/stage'
import type { LabWire, OpenLabWire, PrepareWire } from '../lab/wire-port'
import { wireFault } from './fault'
import { WireLog } from './log'
import { ADDRESSES, type EndMaker } from './maker'
import { probeWire } from './probe'
import { RemoteEnd } from './remote-end'
import { socketOf, tupleKey, Wire, type Recorded, type Tuple } from './wire'

type Done = Result<Record<string, never>, ErrorCode>

/** Copies the tray has room for. */
const MOST_COPIES = 50
/** Flights that a window is told of, one by one. */
const SHOWN = 200
/** Linux's TIME-WAIT, milliseconds (<net/tcp.h>, TCP_TIMEWAIT_LEN). */
const TIME_WAIT = 60_000
/** While the reader decides, a step may take as long as the reader does, milliseconds. */
const READERS_TIME = 3_600_000
/** How long a scripted network may be quiet before a connection left open is destroyed: longer than a lost SYN keeps it. */
const SCRIPT_QUIET = 4000
const SCRIPT_STEP = 30_000

interface OnWire {
  readonly conversation: Conversation
  readonly log: WireLog
  readonly recorded: Recorded
  readonly ends: Map<Side, RemoteEnd>
  tuple: Tuple | null
}

interface Copy {
  readonly shown: KeptCopy
  readonly bytes: Uint8Array
}

/** The lab's connections over a wire: the third kind of stage beside the loopback and the reader's own client. */
export class LabWireStage implements LabWire {
  #wire: Wire | null = null
  #mode: WireMode = { kind: 'through', delay: 0 }
  #scripted = false
  #listening: { readonly address: Address; readonly asked: PrepareWire } | null = null
  #answer: ((address: Result<Address, ErrorCode>) => void) | null = null
  #sockets = 0
  #copyIds = 0
  #copies: Copy[] = []
  readonly #bySocket = new Map<string, OnWire>()
  readonly #byTuple = new Map<string, OnWire>()
  #current: OnWire | null = null
  #scripts: NodeJS.Timeout[] = []

  constructor(
    private readonly stage: Stage,
    private readonly maker: EndMaker,
  ) {}

  async probe(): Promise<Done> {
    const probed = await probeWire()
    return probed.ok ? ok({}) : probed
  }

  get state(): WireState | null {
    const wire = this.#wire
    if (wire === null) return null
    const { flights } = wire.relay
    return {
      mode: this.#mode,
      flights: flights.slice(0, SHOWN).flatMap(({ id }) => this.#shown(wire, id)),
      inFlight: flights.length,
      copies: this.#copies.map(({ shown }) => shown),
      deadlines: SIDES.flatMap((side) => this.#deadlines(wire, side)),
    }
  }

  get settled(): boolean {
    const wire = this.#wire
    if (wire === null) return true
    if (wire.relay.flights.length > 0) return false
    return SIDES.every((side) =>
      wire.tables[side].sockets.every(({ state }) => state === 'LISTEN' || state === 'TIME-WAIT'),
    )
  }

  get patience(): { readonly stepTimeout?: number; readonly quiet: number } {
    if (this.#scripted) return { stepTimeout: SCRIPT_STEP, quiet: SCRIPT_QUIET }
    return this.#mode.kind === 'through' && this.#mode.delay === 0
      ? { quiet: 1000 }
      : { stepTimeout: READERS_TIME, quiet: READERS_TIME }
  }

  refuses(scenario: Scenario): Err<ErrorCode> | null {
    const { network } = scenario
    const no = (reason: string): Err<ErrorCode> => failures.wireNotPlayable(scenario.id, reason)
    if (scenario.counterfactual?.length) return no('no kernel breaks the rules of TCP; simulate it.')
    if (network === undefined) return null
    if (Object.keys(network.parameters).length > 0) return no('it sets parameters that a kernel does not take.')
    const strange = network.happenings.find((happening) => happening.do !== 'inject')
    return strange === undefined ? null : no(`"${strange.do}" happens only on the virtual network.`)
  }

  async prepare(conversation: Conversation, asked: PrepareWire): Promise<Result<Address, ErrorCode>> {
    const opened = await this.#open()
    if (!opened.ok) return opened
    const wire = opened.value
    const { allowHalfOpen } = conversation.recording
    const host = asked.host.includes(':') ? ADDRESSES.server.ipv6 : ADDRESSES.server.ipv4
    const log = new WireLog(wire.kind)
    const recorded: Recorded = { id: conversation.id, log, time: (at) => conversation.recording.time(at) }
    this.#current = { conversation, log, recorded, ends: new Map(), tuple: null }
    conversation.lanes = log
    wire.tell('server', { kind: 'accept', allowHalfOpen: allowHalfOpen.server, noDelay: asked.noDelay.server })
    if (!asked.listening) return this.#closedPort(host, asked.port)
    const standing = this.#listening
    if (standing && standing.address.address === host && (asked.port === 0 || asked.port === standing.address.port)) {
      this.#listening = { address: standing.address, asked }
      return ok(standing.address)
    }
    if (standing) wire.tell('server', { kind: 'unlisten' })
    const answered = new Promise<Result<Address, ErrorCode>>((resolve) => (this.#answer = resolve))
    wire.tell('server', { kind: 'listen', host, port: asked.port, allowHalfOpen: allowHalfOpen.server })
    const address = await answered
    this.#listening = address.ok ? { address: address.value, asked } : null
    return address
  }

  connect(conversation: Conversation, to: Address): void {
    const onWire = this.#current
    if (onWire === null || this.#wire === null || onWire.conversation !== conversation) return
    const id = (this.#sockets += 1)
    const { client } = conversation.recording.allowHalfOpen
    const end = new RemoteEnd('client', id, (message) => this.#wire?.tell('client', message))
    onWire.ends.set('client', end)
    conversation.attach(end)
    conversation.recording.server ??= to
    this.#bySocket.set(`client:${id}`, onWire)
    this.#wire.tell('client', {
      kind: 'connect',
      socket: id,
      host: to.address,
      port: to.port,
      allowHalfOpen: client,
      noDelay: this.#listening?.asked.noDelay.client ?? false,
    })
  }

  play(network: Scenario['network'] | null, conversation: Conversation): void {
    const relay = this.#wire?.relay
    if (!relay) return
    for (const timer of this.#scripts.splice(0)) clearTimeout(timer)
    this.#scripted = network !== null && network !== undefined
    if (!network) {
      relay.setScript(null)
      relay.setMode(this.#mode)
      return
    }
    const path = new Path(network, randomFrom(network.seed))
    relay.setScript((from, bytes, at) => {
      const decoded = decodePacket(bytes)
      const flags = decoded.kind === 'tcp' ? decoded.packet.tcp.flags & 0x3f : 0
      return path.send(from, { seq: 0, ack: 0, flags, len: 0, window: 0, mss: null, windowScale: null }, at)
    })
    relay.setMode({ kind: 'script' })
    for (const happening of network.happenings) {
      if (happening.do !== 'inject') continue
      const { at, from, flags, seq, ack, len } = happening
      const inject = (): void => {
        const isn = (side: Side): number =>
          conversation.lanes && this.#current ? (this.#current.log.captured.isn(side) ?? 0) : 0
        const text = 'x'.repeat(len)
        const forged = { connection: conversation.id, from, flags, text, window: 65_535 }
        this.#forge({ ...forged, seq: add(isn(from), seq), ack: add(isn(otherSide(from)), ack) }, { stale: true })
      }
      this.#scripts.push(setTimeout(inject, at + network.delay))
    }
  }

  setMode(mode: WireMode): Done {
    this.#mode = mode
    if (!this.#scripted) this.#wire?.relay.setMode(mode)
    this.#tell()
    return ok({})
  }

  act(id: number, action: SegmentAction, by: number): Done {
    const wire = this.#wire
    if (wire === null) return failures.wireClosed()
    const { relay } = wire
    if (relay.flight(id) === undefined) return failures.wireNoSegment()
    if (action === 'keep') return this.#keep(wire, id)
    if (action === 'overtake' && relay.follower(id) === null) return failures.wireNothingFollows()
    if (action === 'delay') relay.delay(id, by)
    else relay[action](id)
    return ok({})
  }

  letIn(id: number): Done {
    const copy = this.#copies.find(({ shown }) => shown.id === id)
    if (copy === undefined) return failures.wireNoCopy()
    if (this.#wire === null) return failures.wireClosed()
    this.#wire.letIn(copy.shown.from, copy.bytes, { stale: true })
    return ok({})
  }

  forget(id: number): Done {
    if (!this.#copies.some(({ shown }) => shown.id === id)) return failures.wireNoCopy()
    this.#copies = this.#copies.filter(({ shown }) => shown.id !== id)
    this.#tell()
    return ok({})
  }

  forge(forged: Forged): Done {
    return this.#wire === null ? failures.wireClosed() : this.#forge(forged, { forged: true })
  }

  async close(): Promise<void> {
    const wire = this.#wire
    if (wire === null) return
    await this.#end(wire)
  }

  reset(): void {
    this.#copies = []
    this.#tell()
  }

  async #open(): Promise<Result<Wire, ErrorCode>> {
    if (this.#wire) return ok(this.#wire)
    const opened = await Wire.open(this.maker, {
      recorded: (tuple) => this.#byTuple.get(tupleKey(tuple))?.recorded ?? null,
      message: (side, message) => this.#heard(side, message),
      output: () => undefined,
      lost: (_side, fault, detail) => this.#lost(fault, detail),
      changed: () => this.#changed(),
    })
    if (!opened.ok) return opened
    this.#wire = opened.value
    opened.value.relay.setMode(this.#mode)
    this.#tell()
    return opened
  }

  #heard(side: Side, message: FromEnd): void {
    if (message.kind === 'listening') this.#answered(ok(message.address))
    else if (message.kind === 'not-listening') this.#answered(this.#refusal(message.code, message.message))
    else if (message.kind === 'addresses') this.#addresses(side, message)
    else if (message.kind === 'event') this.#event(side, message)
  }

  #addresses(side: Side, { socket, accepted, local, remote }: Extract<FromEnd, { kind: 'addresses' }>): void {
    const [client, server] = side === 'client' ? [local, remote] : [remote, local]
    const tuple: Tuple = { client: client.port, server: server.port, version: local.address.includes(':') ? 6 : 4 }
    const onWire = accepted ? this.#byTuple.get(tupleKey(tuple)) : this.#bySocket.get(`${side}:${socket}`)
    if (onWire === undefined) return
    const { recording } = onWire.conversation
    recording.client = client
    recording.server = server
    onWire.tuple = tuple
    this.#byTuple.set(tupleKey(tuple), onWire)
    this.#wire?.watch(tuple, onWire.recorded)
    if (!accepted) return
    const end = new RemoteEnd(side, socket, (message) => this.#wire?.tell(side, message))
    onWire.ends.set(side, end)
    onWire.conversation.attach(end)
    this.#bySocket.set(`${side}:${socket}`, onWire)
  }

  #event(side: Side, message: Extract<FromEnd, { kind: 'event' }>): void {
    const { socket, name, detail, target, at } = message
    const onWire = socket === null ? this.#current : this.#bySocket.get(`${side}:${socket}`)
    if (!onWire) return
    if (socket !== null) onWire.ends.get(side)?.heard(message)
    const { conversation } = onWire
    conversation.recording.add(side, name, detail, target, at - Number(clockOrigin) / 1e6)
    if (name === 'close' && target === 'socket' && conversation.over) conversation.onOver()
  }

  #answered(address: Result<Address, ErrorCode>): void {
    this.#answer?.(address)
    this.#answer = null
  }

  #refusal(code: string, message: string): Err<ErrorCode> {
    const cause: NodeJS.ErrnoException = new Error(message)
    cause.code = code
    return failures.listenFailure(cause, ADDRESSES.server.ipv4, this.#listening?.asked.port ?? 0)
  }

  /** A port that is free on this computer's own loopback is free on the wire too, where nothing else runs. */
  async #closedPort(host: string, port: number): Promise<Result<Address, ErrorCode>> {
    if (this.#listening) this.#wire?.tell('server', { kind: 'unlisten' })
    this.#listening = null
    const closed = await findClosedPort('127.0.0.1', port)
    return closed.ok ? ok({ address: host, port: closed.value.port }) : closed
  }

  #keep(wire: Wire, id: number): Done {
    const flight = wire.relay.flight(id)
    const airborne = wire.airborne(id)
    if (!flight || !airborne) return failures.wireNoSegment()
    if (this.#copies.length >= MOST_COPIES) return failures.wireCopiesFull(MOST_COPIES)
    const segment = airborne.recorded.log.segments[airborne.index]
    this.#copyIds += 1
    const shown: KeptCopy = {
      id: this.#copyIds,
      connection: airborne.recorded.id,
      from: flight.from,
      flags: [...(segment?.flags ?? [])],
      relSeq: segment?.relSeq ?? 0,
      len: segment?.len ?? 0,
      keptAt: new Date().toISOString(),
    }
    this.#copies.push({ shown, bytes: flight.bytes })
    this.#tell()
    return ok({})
  }

  #forge(forged: Forged, origin: { readonly forged?: boolean; readonly stale?: boolean }): Done {
    const onWire = [...this.#byTuple.values()].find(({ conversation }) => conversation.id === forged.connection)
    if (!this.#wire || !onWire?.tuple) return failures.noSuchConnection(forged.connection)
    const flags = flagBits(forged.flags)
    if ((flags & SYN) !== 0 && (flags & (FIN | RST)) !== 0)
      return failures.wireForgedMalformed('SYN goes with neither FIN nor RST; take one of them away.')
    const { tuple } = onWire
    const { from } = forged
    const to = otherSide(from)
    const bytesOf = (side: Side): Uint8Array =>
      addressBytes({ address: ADDRESSES[side][tuple.version === 4 ? 'ipv4' : 'ipv6'], port: 0 }, tuple.version)
    const payload = Buffer.from(forged.text)
    const bytes = encodePacket({
      ip: ipHeader(tuple.version, bytesOf(from), bytesOf(to), 0),
      tcp: {
        sourcePort: tuple[from],
        destinationPort: tuple[to],
        seq: forged.seq,
        ack: forged.ack,
        flags,
        reserved: 0,
        window: forged.window,
        urgentPointer: 0,
        options: [],
      },
      payload,
      length: payload.length,
    })
    this.#wire.letIn(from, bytes, origin)
    return ok({})
  }

  #shown(wire: Wire, id: number): readonly ShownFlight[] {
    const airborne = wire.airborne(id)
    if (airborne === undefined) return []
    const { flight, recorded, index } = airborne
    return [
      {
        id,
        connection: recorded.id,
        segment: index + 1,
        from: flight.from,
        held: flight.held,
        since: recorded.time(flight.at),
        due: flight.due === null ? null : recorded.time(flight.due),
        followed: wire.relay.follower(id) !== null,
      },
    ]
  }

  #deadlines(wire: Wire, side: Side): readonly Deadline[] {
    const { at, sockets } = wire.tables[side]
    return [...this.#byTuple.values()].flatMap(({ tuple, recorded }): Deadline[] => {
      const timer = tuple === null ? null : socketOf(side, tuple, sockets)?.timer
      if (!timer) return []
      const of = timer.kind === 'time-wait' ? TIME_WAIT : null
      return [{ connection: recorded.id, side, kind: timer.kind, at: recorded.time(at + timer.left), of }]
    })
  }

  #changed(): void {
    this.#current?.conversation.recording.stir()
    this.#tell()
  }

  #tell(): void {
    this.stage.batches.last('wire', () => ({ kind: 'wire', wire: this.state }))
  }

  #lost(fault: WireFault, detail: string): void {
    const wire = this.#wire
    if (wire === null) return
    const { error } = wireFault(fault, detail)
    const open = this.#openConversations()
    void this.#end(wire)
    for (const { id } of open) this.stage.fail(id, error)
    this.#answered(err(fault, error.message))
  }

  #openConversations(): readonly Conversation[] {
    const all = new Set([...this.#bySocket.values()].map(({ conversation }) => conversation))
    return [...all].filter(({ over }) => !over)
  }

  /** Whatever was open is over; nothing of the wire is left but the records and the kept copies. */
  async #end(wire: Wire): Promise<void> {
    this.#wire = null
    this.#listening = null
    for (const timer of this.#scripts.splice(0)) clearTimeout(timer)
    const open = this.#openConversations()
    const gone = wire.close()
    for (const conversation of open) {
      conversation.finish()
      conversation.recording.stir()
      this.stage.tell(conversation)
    }
    this.#bySocket.clear()
    this.#byTuple.clear()
    this.#current = null
    this.#scripted = false
    this.#tell()
    await gone
  }
}

/** For the hosts: makes the lab's wire out of what makes ends. */
export const openLabWire =
  (maker: EndMaker): OpenLabWire =>
  (stage) =>
    new LabWireStage(stage, maker)
