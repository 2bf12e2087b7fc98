import * as v from 'valibot'
import { RST, SYN, FIN } from '@shared/trace/flags'
import { encodeFrame, encodePacketFrame, FRAME, FrameReader, readPacketFrame, type Frame } from '@shared/wire/frames'
import { toEndSchema, WIRE_VERSION, type FromEnd, type ToEnd } from '@shared/wire/messages'
import { monotonic } from './clock'
import { Program } from './program'
import { Sampler } from './sampler'
import { Sockets } from './sockets'
import { Card, CardError } from './tun'

/**
 * The program at one end of a wire: a network card whose packets go to the parent and come from it, and real sockets on it.
 * One bundled file for Node 18 and newer that is started in a network of its own, and speaks with its parent over standard
 * input and output. It ends at once when its parent does, or says something it can't understand.
 */

/** Where the flags stand: byte 13 of the TCP header, behind an IP header of a length that its first byte tells. */
function controls(packet: Uint8Array): boolean {
  const first = packet[0] ?? 0
  const at = first >> 4 === 6 ? 40 : (first & 15) * 4
  return ((packet[at + 13] ?? 0) & (SYN | FIN | RST)) !== 0
}

/** Nothing waits for a thread of the library that is still polling: the process is gone now. */
function leave(): never {
  process.kill(process.pid, 'SIGKILL')
  process.exit(1)
}

class WireEnd {
  readonly #frames = new FrameReader()
  #outgoing: Uint8Array[] = []
  #card: Card | null = null
  #sampler: Sampler | null = null
  #sockets: Sockets | null = null
  readonly #program = new Program(
    (message) => this.#tell(message),
    (stream, chunk) => this.#send(encodeFrame(FRAME.output, Buffer.concat([Buffer.of(stream), chunk]))),
  )

  read(chunk: Uint8Array): void {
    const frames = this.#frames.push(chunk)
    if (frames === null) leave()
    for (const frame of frames) this.#frame(frame)
    this.#flush()
  }

  #frame({ kind, payload }: Frame): void {
    if (kind === FRAME.packet) {
      const read = readPacketFrame(payload)
      if (read) this.#deliver(read.packet)
      return
    }
    const message = kind === FRAME.control ? parse(payload) : null
    if (message === null) leave()
    this.#do(message)
    this.#sampler?.look()
  }

  #deliver(packet: Uint8Array): void {
    try {
      this.#card?.write(packet)
    } catch {
      // The kernel takes no such packet: it is as if the card had found it damaged.
    }
    this.#sampler?.segment(controls(packet))
  }

  #do(message: ToEnd): void {
    switch (message.kind) {
      case 'setup':
        return this.#setUp(message)
      case 'listen':
        return this.#sockets?.listen(message)
      case 'unlisten':
        return this.#sockets?.unlisten()
      case 'accept':
        return this.#sockets?.accept(message)
      case 'connect':
        return this.#sockets?.connect(message)
      case 'act':
        return this.#sockets?.act(message)
      case 'run':
        return this.#program.run(message.command, message.cwd)
      case 'kill':
        return this.#program.kill()
      case 'ping':
        return this.#tell({ kind: 'pong', number: message.number })
    }
  }

  #setUp({ side, ipv4, ipv6 }: Extract<ToEnd, { kind: 'setup' }>): void {
    try {
      const card = Card.open({ ipv4: ipv4.own, ipv6: ipv6.own })
      this.#card = card
      this.#sampler = new Sampler((message) => this.#tell(message))
      this.#sockets = new Sockets(side, (message) => {
        this.#tell(message)
        this.#flush()
      })
      card.listen(
        (packet) => {
          const at = monotonic()
          // Before the segment is on its way, so that the state it was sent in is seen.
          this.#sampler?.segment(controls(packet))
          this.#send(encodePacketFrame(packet, at))
        },
        () => this.#flush(),
      )
      this.#tell({ kind: 'ready', version: WIRE_VERSION })
    } catch (cause) {
      if (!(cause instanceof CardError)) throw cause
      this.#tell({ kind: 'failed', step: cause.step, message: cause.message })
    }
  }

  #tell(message: FromEnd): void {
    this.#send(encodeFrame(FRAME.control, Buffer.from(JSON.stringify(message))))
  }

  #send(frame: Uint8Array): void {
    if (this.#outgoing.length === 0) setImmediate(() => this.#flush())
    this.#outgoing.push(frame)
  }

  /** Everything in the order in which it happened, in one write. */
  #flush(): void {
    if (this.#outgoing.length === 0) return
    const frames = this.#outgoing
    this.#outgoing = []
    process.stdout.write(frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames))
  }
}

function parse(payload: Uint8Array): ToEnd | null {
  try {
    const parsed = v.safeParse(toEndSchema, JSON.parse(Buffer.from(payload).toString('utf8')))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

const end = new WireEnd()
process.stdin.on('data', (chunk: Buffer) => end.read(chunk))
process.stdin.on('end', leave)
process.stdin.on('error', leave)
process.stdout.on('error', leave)
