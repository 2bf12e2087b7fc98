import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as v from 'valibot'
import { ok, type Result } from '@shared/result'
import { otherSide, type Side } from '@shared/trace/names'
import { encodeFrame, encodePacketFrame, FRAME, FrameReader, readPacketFrame, type Frame } from '@shared/wire/frames'
import type { WireFault } from '@shared/wire/faults'
import { fromEndSchema, WIRE_VERSION, type FromEnd, type ToEnd } from '@shared/wire/messages'
import { wireFault } from './fault'
import { ADDRESSES, type EndListener, type EndMaker, type WireEnd } from './maker'
import { probeWire, UNSHARE } from './probe'

export interface NamespacesOptions {
  /** The bundled program of the ends (src/main/wire/end). */
  readonly program: string
  /** How long an end may take to answer, milliseconds; 10 s unless given. */
  readonly patience?: number
  /** Runs the program: this process's own executable unless given. */
  readonly node?: string
}

const PATIENCE = 10_000

/** Makes ends out of Linux's namespaces: each a process in a network of its own, without any right outside it. */
export class Namespaces implements EndMaker {
  readonly kind = 'namespaces'

  constructor(private readonly options: NamespacesOptions) {}

  async open(side: Side, listener: EndListener): Promise<Result<WireEnd, WireFault>> {
    const { program, patience = PATIENCE, node = process.execPath } = this.options
    if (!existsSync(program)) return wireFault('wire-no-program')
    const probed = await probeWire()
    if (!probed.ok) return probed
    const child = spawn(probed.value.unshare, [...UNSHARE, node, program], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    })
    const end = new NamespaceEnd(side, child, listener, patience)
    const opened = await end.begin()
    if (opened.ok) return ok(end)
    await end.close()
    return opened
  }
}

class NamespaceEnd implements WireEnd {
  readonly #frames = new FrameReader()
  readonly #gone: Promise<void>
  #outgoing: Uint8Array[] = []
  #ready: ((opened: Result<null, WireFault>) => void) | null = null
  #closed = false
  #said = ''
  #pings = 0
  #answered = 0
  #timer: NodeJS.Timeout | null = null

  constructor(
    readonly side: Side,
    private readonly child: ChildProcess,
    private readonly listener: EndListener,
    private readonly patience: number,
  ) {
    this.#gone = new Promise((resolve) => {
      child.once('close', () => resolve())
      child.once('error', () => resolve())
    })
    child.on('error', (error) => this.#lose('wire-end-died', error.message))
    child.on('close', (code, signal) => this.#lose('wire-end-died', this.#said || `${signal ?? `exit code ${code}`}`))
    child.stdout?.on('data', (chunk: Buffer) => this.#read(chunk))
    child.stderr?.on('data', (chunk: Buffer) => (this.#said = (this.#said + chunk.toString()).slice(-2000)))
    // What an end that is gone was still told is lost; its end is heard of by itself.
    child.stdin?.on('error', () => undefined)
  }

  begin(): Promise<Result<null, WireFault>> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#ready?.(wireFault('wire-end-hung')), this.patience)
      this.#ready = (opened) => {
        clearTimeout(timer)
        this.#ready = null
        resolve(opened)
        if (opened.ok) this.#timer = setInterval(() => this.#ping(), this.patience / 4)
      }
      const [own, peer] = [ADDRESSES[this.side], ADDRESSES[otherSide(this.side)]]
      this.tell({
        kind: 'setup',
        version: WIRE_VERSION,
        side: this.side,
        ipv4: { own: own.ipv4, peer: peer.ipv4 },
        ipv6: { own: own.ipv6, peer: peer.ipv6 },
      })
    })
  }

  deliver(packet: Uint8Array): void {
    this.#send(encodePacketFrame(packet, 0))
  }

  tell(message: ToEnd): void {
    this.#send(encodeFrame(FRAME.control, Buffer.from(JSON.stringify(message))))
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearInterval(this.#timer)
    this.#outgoing = []
    // unshare takes the process inside with it (--kill-child), and that one all that it has started.
    this.child.kill('SIGKILL')
    await this.#gone
    for (const stream of [this.child.stdin, this.child.stdout, this.child.stderr]) stream?.destroy()
  }

  #send(frame: Uint8Array): void {
    if (this.#closed) return
    if (this.#outgoing.length === 0) queueMicrotask(() => this.#flush())
    this.#outgoing.push(frame)
  }

  #flush(): void {
    const frames = this.#outgoing
    this.#outgoing = []
    if (frames.length > 0) this.child.stdin?.write(frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames))
  }

  #read(chunk: Buffer): void {
    if (this.#closed) return
    const frames = this.#frames.push(chunk)
    if (frames === null) return this.#lose('wire-end-nonsense', '')
    for (const frame of frames) this.#frame(frame)
  }

  #frame({ kind, payload }: Frame): void {
    if (kind === FRAME.packet) {
      const read = readPacketFrame(payload)
      if (read) this.listener.packet(read.packet, read.at)
      return
    }
    if (kind === FRAME.output) return this.listener.output(payload[0] === 2 ? 2 : 1, payload.subarray(1))
    const message = parse(payload)
    if (message === null) this.#lose('wire-end-nonsense', '')
    else this.#hear(message)
  }

  #hear(message: FromEnd): void {
    if (message.kind === 'ready') this.#ready?.(ok(null))
    else if (message.kind === 'failed')
      this.#ready?.(wireFault(message.step === 'koffi' ? 'wire-no-koffi' : 'wire-card-refused', message.message))
    else if (message.kind === 'pong') this.#answered = message.number
    else this.listener.message(message)
  }

  /** Four unanswered in a row are too many. */
  #ping(): void {
    if (this.#pings - this.#answered >= 4) return this.#lose('wire-end-hung', '')
    this.tell({ kind: 'ping', number: (this.#pings += 1) })
  }

  #lose(fault: WireFault, detail: string): void {
    if (this.#closed) return
    if (this.#ready) return this.#ready(wireFault(fault, detail))
    void this.close()
    this.listener.lost(fault, detail)
  }
}

function parse(payload: Uint8Array): FromEnd | null {
  try {
    const parsed = v.safeParse(fromEndSchema, JSON.parse(Buffer.from(payload).toString('utf8')))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
