import type { Side } from '../../trace/names'
import { sendRoom } from '../endpoint'
import type { Pair, Untimed } from '../network/pair'
import type { Notice } from '../types'
import type { Recorder } from './recorder'

/** Node's `writableHighWaterMark` of a socket: `write` beyond it answers false, and 'drain' follows. */
const HIGH_WATER_MARK = 16_384

/** A program's socket on the virtual network, with the events and the manners of Node's `net.Socket`. */
export class SimulatedSocket {
  /** Bytes read so far. */
  received = 0
  private established = false
  private pending = 0
  private needsDrain = false
  private ending = false
  private finished = false
  private peerEnded = false
  private endTold = false
  private paused = false
  private gone = false
  /** A reset came when Node had read to the end and waited for nothing more: the next write is told, by EPIPE. */
  private broken = false

  constructor(
    private readonly side: Side,
    private readonly pair: Pair,
    private readonly recorder: Recorder,
    private readonly allowHalfOpen: boolean,
  ) {}

  /** 'close' has fired: nothing more comes from this socket. */
  get closed(): boolean {
    return this.gone
  }

  connect(): void {
    this.recorder.event(this.side, 'call:connect')
    this.input({ kind: 'open', mode: 'active' })
  }

  write(bytes: number): void {
    this.recorder.event(this.side, 'call:write', { bytes })
    if (this.broken && !this.gone) return this.fail('EPIPE')
    if (this.ending || this.gone) return this.recorder.event(this.side, 'error', { code: 'EPIPE' })
    this.queue(bytes)
  }

  end(bytes?: number): void {
    this.recorder.event(this.side, 'call:end', bytes === undefined ? undefined : { bytes })
    if (this.gone) return
    if (bytes !== undefined) this.queue(bytes)
    this.finish()
  }

  destroy(): void {
    this.recorder.event(this.side, 'call:destroy')
    if (this.gone) return
    this.input({ kind: 'close', stillReads: false })
    this.close(false)
  }

  resetAndDestroy(): void {
    this.recorder.event(this.side, 'call:resetAndDestroy')
    if (this.gone) return
    this.input({ kind: 'abort' })
    this.close(false)
  }

  pause(): void {
    this.recorder.event(this.side, 'call:pause')
    this.paused = true
  }

  resume(): void {
    this.recorder.event(this.side, 'call:resume')
    this.paused = false
    this.read()
  }

  /** What the endpoint tells its program. */
  hear(notice: Notice): void {
    if (this.gone) return
    switch (notice.kind) {
      case 'established':
        return this.open()
      case 'data':
        return this.read()
      case 'peer-closed':
        this.peerEnded = true
        return this.read()
      case 'writable':
        return this.flush()
      case 'reset':
        if (!this.endTold) return this.fail('ECONNRESET')
        this.broken = true
        return
      case 'refused':
        return this.fail('ECONNREFUSED')
      case 'timeout':
        return this.fail('ETIMEDOUT')
      default:
        return
    }
  }

  private open(): void {
    this.established = true
    if (this.pair.ends[this.side].passive) {
      this.recorder.event(this.side, 'connection', undefined, 'server')
    } else {
      this.recorder.event(this.side, 'connect')
      this.recorder.event(this.side, 'ready')
    }
    this.flush()
  }

  private read(): void {
    if (this.paused || this.gone) return
    const bytes = this.pair.ends[this.side].rcvUnread
    if (bytes > 0) {
      this.received += bytes
      this.recorder.event(this.side, 'data', { bytes })
      this.input({ kind: 'receive', bytes })
    }
    if (this.peerEnded && !this.endTold) this.tellEnd()
  }

  /** Node answers the peer's FIN with its own, unless the program asked for half-open connections. */
  private tellEnd(): void {
    this.endTold = true
    this.recorder.event(this.side, 'end')
    if (!this.allowHalfOpen) this.finish()
    this.closeWhenBothEnded()
  }

  private queue(bytes: number): void {
    this.pending += bytes
    if (this.pending > HIGH_WATER_MARK) this.needsDrain = true
    this.flush()
  }

  private finish(): void {
    this.ending = true
    this.flush()
  }

  /** Hands over what the endpoint has room for; behind the last byte, the FIN. */
  private flush(): void {
    if (!this.established || this.gone) return
    const bytes = Math.min(this.pending, sendRoom(this.pair.ends[this.side]))
    if (bytes > 0) {
      this.pending -= bytes
      this.input({ kind: 'send', bytes, push: true })
    }
    if (this.pending > 0) return
    if (this.needsDrain) {
      this.needsDrain = false
      this.recorder.event(this.side, 'drain')
    }
    if (!this.ending || this.finished) return
    this.finished = true
    this.input({ kind: 'close', stillReads: true })
    this.recorder.event(this.side, 'finish')
    this.closeWhenBothEnded()
  }

  private closeWhenBothEnded(): void {
    if (this.endTold && this.finished) this.close(false)
  }

  /** A half-open connection that fails has no socket yet: accept(2) hands out established ones only. */
  private fail(code: string): void {
    if (this.pair.ends[this.side].passive && !this.established) return
    this.recorder.event(this.side, 'error', { code })
    this.close(true)
  }

  private close(hadError: boolean): void {
    if (this.gone) return
    this.gone = true
    this.recorder.event(this.side, 'close', { hadError })
  }

  private input(input: Untimed): void {
    this.pair.input(this.side, input)
  }
}
