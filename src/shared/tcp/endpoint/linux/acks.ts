import { SENT } from '../../reasons'
import { distance } from '../../seq'
import { left, ticked, timerAt, toTicks } from './ticks'
import type { Tcb } from '../tcb'
import { offer } from '../window'
import type { AckPolicy } from '../acks/policy'

/**
 * What Linux does (net/ipv4/tcp_input.c, tcp_output.c, tcp_timer.c). A new or disturbed connection acknowledges quickly,
 * as the sender is in slow start and needs the ACKs; a dialogue ("pingpong") waits for the answer to carry the ACK. The
 * wait, `ato`, follows the rhythm of the arriving data.
 */
export const linuxPolicy: AckPolicy = {
  /** tcp_event_data_recv */
  received(tcb, len, now, pushed) {
    measure(tcb, len, pushed)
    const { delayedAck } = tcb.config.profile.parameters
    const gap = ticked(tcb, tcb.dataReceivedAt, now)
    const rto = toTicks(tcb, tcb.rto)
    if (tcb.ato === 0) {
      refill(tcb)
      tcb.ato = delayedAck
    } else if (gap <= delayedAck / 2) {
      tcb.ato = halved(tcb) + delayedAck / 2
    } else if (gap < tcb.ato) {
      tcb.ato = Math.min(halved(tcb) + gap, rto)
    } else if (gap > rto) {
      refill(tcb)
    }
    tcb.dataReceivedAt = now
  },

  /** tcp_enter_quickack_mode */
  disturbed(tcb) {
    refill(tcb)
    tcb.pingpong = false
    tcb.ato = tcb.config.profile.parameters.delayedAck
  },

  /** tcp_fin: the program is about to answer with its own FIN, which will carry the ACK. */
  receivedFin(tcb) {
    if (tcb.state === 'ESTABLISHED' || tcb.state === 'SYN-RECEIVED') tcb.pingpong = true
  },

  /** tcp_event_data_sent: an answer that comes within `ato` makes it a dialogue. */
  sentData(tcb, now) {
    if (ticked(tcb, tcb.dataReceivedAt, now) < tcb.ato) tcb.pingpong = true
  },

  /** tcp_dec_quickack_mode */
  acknowledged(tcb) {
    if (tcb.quickAcks === 0) return
    tcb.quickAcks -= 1
    if (tcb.quickAcks === 0) tcb.ato = tcb.config.profile.parameters.delayedAck
  },

  /** __tcp_ack_snd_check; tcp_fin acknowledges at once where our own FIN is already out. */
  atOnce(tcb, now) {
    if (tcb.finReceived && tcb.rcvMoved !== 'data' && tcb.state !== 'CLOSE-WAIT') return SENT.ackFin
    const unacknowledged = distance(tcb.rcvNxt, tcb.ackedUpTo)
    if (unacknowledged > tcb.rcvMss && offer(tcb) >= distance(tcb.rcvEdge, tcb.ackedUpTo)) return SENT.ackSecond
    if (tcb.quickAcks > 0 && !tcb.pingpong) return SENT.ackQuick
    return runsOut(tcb, now) ? SENT.ackDue : null
  },

  /** tcp_send_delayed_ack, to the tick of the kernel's timer wheel, which never fires early. */
  deadline(tcb, now) {
    return Math.min(tcb.delayedAckAt, timerAt(tcb, now, boundedAto(tcb)))
  },

  /** tcp_delack_timer_handler: the dialogue is over, or the data comes more slowly than thought. */
  timerFired(tcb) {
    if (tcb.pingpong) {
      tcb.pingpong = false
      tcb.ato = tcb.config.profile.parameters.delayedAck
    } else {
      tcb.ato = Math.min(tcb.ato * 2, toTicks(tcb, tcb.rto))
    }
  },

  /** tcp_cleanup_rbuf */
  read(tcb) {
    if (distance(tcb.rcvNxt, tcb.ackedUpTo) > tcb.rcvMss) return SENT.ackSecond
    const small = tcb.ackPushed > 1 || (tcb.ackPushed > 0 && !tcb.pingpong)
    return small && tcb.rcvUnread === 0 ? SENT.ackRead : null
  },
}

/** tcp_send_delayed_ack: more has come while the timer is about to run out, within a quarter of `ato`. */
function runsOut(tcb: Tcb, now: number): boolean {
  if (tcb.delayedAckAt === Infinity) return false
  return left(tcb, tcb.delayedAckAt, now) <= floorToTick(tcb, boundedAto(tcb) / 4)
}

const halved = (tcb: Tcb): number => floorToTick(tcb, tcb.ato / 2)

function floorToTick({ config }: Tcb, ms: number): number {
  const { tick } = config.profile.parameters
  return tick === 0 ? ms : Math.floor(ms / tick) * tick
}

/** tcp_measure_rcv_mss: the largest segment seen is the peer's full size; smaller ones are taken for pushed. */
function measure(tcb: Tcb, len: number, pushed: boolean): void {
  const full = len >= tcb.rcvMss
  if (full) tcb.rcvMss = Math.min(len, tcb.config.profile.parameters.mss)
  if (full && pushed) tcb.ackPushed = Math.max(tcb.ackPushed, 1)
  else if (!full) tcb.ackPushed = Math.min(tcb.ackPushed + 1, 2)
}

/** tcp_incr_quickack: as many as segments fit into half the window, 2 at least, 16 at most. */
function refill(tcb: Tcb): void {
  const fits = Math.floor(distance(tcb.rcvEdge, tcb.ackedUpTo) / (2 * tcb.rcvMss)) || 2
  tcb.quickAcks = Math.max(tcb.quickAcks, Math.min(fits, tcb.config.profile.parameters.quickAcks))
}

function boundedAto(tcb: Tcb): number {
  const { delayedAck, delayedAckMax } = tcb.config.profile.parameters
  if (tcb.ato <= delayedAck) return tcb.ato
  const interactive = tcb.pingpong || tcb.ackPushed > 0
  const patience = interactive ? delayedAckMax : 500
  const rtt = tcb.srtt === null ? Infinity : Math.max(tcb.srtt, delayedAck)
  return Math.min(tcb.ato, patience, rtt, delayedAckMax)
}
