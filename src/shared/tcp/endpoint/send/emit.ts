import type { Reason } from '../../../trace/schema'
import { ACK, RST, sequenceLength, SYN } from '../../../trace/flags'
import { ackPolicy } from '../acks'
import { ACKS } from '../../reasons'
import { add, gt, latest, type Seq } from '../../seq'
import type { Segment } from '../../types'
import type { Tcb } from '../tcb'
import type { Turn } from '../turn'
import { announce } from '../window'

interface Options {
  readonly mss?: number | null
  readonly windowScale?: number | null
  readonly retransmission?: boolean
}

const NO_OPTIONS: Options = {}

/**
 * Sends one segment of this connection. With the ACK bit it acknowledges RCV.NXT, which settles whatever acknowledgement
 * was waiting.
 */
export function emit(t: Turn, flags: number, seq: Seq, len: number, why: Reason, options: Options = NO_OPTIONS): void {
  const { tcb } = t
  const acknowledges = (flags & ACK) !== 0
  const segment: Segment = {
    seq,
    ack: acknowledges ? tcb.rcvNxt : 0,
    flags,
    len,
    window: windowOf(tcb, flags),
    mss: options.mss ?? null,
    windowScale: options.windowScale ?? null,
  }
  const end = add(seq, sequenceLength(segment))
  tcb.sndNxt = latest(tcb.sndNxt, end)
  t.segments.push({
    segment,
    why: { sent: why, ack: acknowledges ? ackReason(tcb, flags) : null },
    retransmission: options.retransmission ?? false,
    ackFrom: tcb.ackedUpTo,
  })
  if (acknowledges) acknowledged(t)
}

/** A reset's window means nothing; Linux fills it in all the same, from a receive queue that it has already emptied. */
function windowOf(tcb: Tcb, flags: number): number {
  const reset = (flags & RST) !== 0
  if (reset && !tcb.config.profile.resetAcknowledges) return 0
  if (reset) tcb.rcvQueue = []
  return announce(tcb, (flags & SYN) !== 0)
}

/** `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>` */
export function emitAck(t: Turn, why: Reason): void {
  emit(t, ACK, t.tcb.sndNxt, 0, why)
}

function acknowledged(t: Turn): void {
  const { tcb } = t
  if (tcb.ackScheduled) ackPolicy(tcb).acknowledged(tcb)
  tcb.ackedUpTo = tcb.rcvNxt
  tcb.rcvMoved = 'nothing'
  tcb.ackScheduled = false
  tcb.ackPushed = 0
  tcb.delayedAckAt = Infinity
}

function ackReason(tcb: Tcb, flags: number): Reason {
  if ((flags & RST) !== 0) return ACKS.reset
  if (tcb.reassembly.length > 0) return ACKS.gap
  return BY_MOVE[tcb.rcvMoved]
}

const BY_MOVE: Readonly<Record<Tcb['rcvMoved'], Reason>> = {
  nothing: ACKS.same,
  syn: ACKS.syn,
  data: ACKS.data,
  fin: ACKS.fin,
  'data-fin': ACKS.dataFin,
}

/** A reset in answer to a segment that belongs to no connection of ours (RFC 9293 §3.5.2): its numbers come from that segment. */
export function emitReset(t: Turn, to: Segment, why: Reason): void {
  const withAck = (to.flags & ACK) !== 0
  const segment: Segment = withAck
    ? { seq: to.ack, ack: 0, flags: RST, len: 0, window: 0, mss: null, windowScale: null }
    : {
        seq: 0,
        ack: add(to.seq, sequenceLength(to)),
        flags: RST | ACK,
        len: 0,
        window: 0,
        mss: null,
        windowScale: null,
      }
  t.segments.push({
    segment,
    why: { sent: why, ack: withAck ? null : ACKS.reset },
    retransmission: false,
    ackFrom: to.seq,
    ...(!withAck || t.tcb.sndNxt === t.tcb.iss ? { unnumbered: true } : {}),
  })
}

/** `<SEQ=SND.NXT><CTL=RST>`: ends a connection of ours; with ACK where the profile says so. */
export function emitAbort(t: Turn, why: Reason): void {
  const flags = t.tcb.config.profile.resetAcknowledges ? RST | ACK : RST
  emit(t, flags, t.tcb.sndNxt, 0, why)
}

/** Whether anything sent is not acknowledged yet. */
export const inFlight = (tcb: Tcb): boolean => gt(tcb.sndNxt, tcb.sndUna)
