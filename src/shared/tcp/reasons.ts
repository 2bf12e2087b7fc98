import type { Reason } from '../trace/schema'

/**
 * Every explanation the core can give, as a code that shared/text says in each language. They are constants: what a
 * sentence needs of the segment itself (its numbers, relative to the ISN) is filled in where the trace is written, see
 * record.ts; only what no one else can know is attached here, by `withParams`.
 */
const because = (code: string, source: string): Reason => Object.freeze({ code: `tcp.${code}`, source })

/** Why a segment was sent now. */
export const SENT = {
  syn: because('sent.syn', 'RFC 9293 §3.5'),
  synAck: because('sent.syn-ack', 'RFC 9293 §3.5'),
  synAckCrossed: because('sent.syn-ack-crossed', 'RFC 9293 §3.5, Figure 7'),
  handshakeAck: because('sent.handshake-ack', 'RFC 9293 §3.5'),
  data: because('sent.data', 'RFC 9293 §3.8'),
  dataFin: because('sent.data-fin', 'RFC 9293 §3.6'),
  override: because('sent.override', 'RFC 9293 §3.8.6.2.1'),
  fin: because('sent.fin', 'RFC 9293 §3.6'),
  ackQuick: because('sent.ack-quick', 'Linux tcp_input.c, tcp_in_quickack_mode'),
  ackDelayed: because('sent.ack-delayed', 'RFC 9293 §3.8.6.3'),
  ackSecond: because('sent.ack-second', 'RFC 5681 §4.2'),
  ackData: because('sent.ack-data', 'RFC 9293 §3.8.6.3'),
  ackDue: because('sent.ack-due', 'Linux tcp_output.c, tcp_send_delayed_ack'),
  ackOutOfOrder: because('sent.ack-out-of-order', 'RFC 5681 §4.2'),
  ackGapFilled: because('sent.ack-gap-filled', 'RFC 5681 §4.2'),
  ackFin: because('sent.ack-fin', 'RFC 9293 §3.10.7.4, eighth'),
  ackRead: because('sent.ack-read', 'Linux tcp.c, tcp_cleanup_rbuf'),
  ackUnacceptable: because('sent.ack-unacceptable', 'RFC 9293 §3.10.7.4, first'),
  ackFinAgain: because('sent.ack-fin-again', 'RFC 9293 §3.10.7.4, eighth'),
  ackWindowFull: because('sent.ack-window-full', 'RFC 9293 §3.8.6.1'),
  challengeRst: because('sent.challenge-rst', 'RFC 5961 §3'),
  challengeSyn: because('sent.challenge-syn', 'RFC 5961 §4'),
  challengeAck: because('sent.challenge-ack', 'RFC 5961 §5'),
  windowUpdate: because('sent.window-update', 'RFC 9293 §3.8.6.2.2'),
  rstClosed: because('sent.rst-closed', 'RFC 9293 §3.10.7.1'),
  rstListen: because('sent.rst-listen', 'RFC 9293 §3.10.7.2'),
  rstSynSent: because('sent.rst-syn-sent', 'RFC 9293 §3.10.7.3'),
  rstSynReceived: because('sent.rst-syn-received', 'RFC 9293 §3.10.7.4, fifth'),
  rstAbort: because('sent.rst-abort', 'RFC 9293 §3.10.5'),
  /** A watcher on the wire can't tell a call from data that was left unread. */
  rst: because('sent.rst', 'RFC 9293 §3.10.5; RFC 2525 §2.17'),
  rstUnread: because('sent.rst-unread', 'RFC 2525 §2.17'),
  rstAfterClose: because('sent.rst-after-close', 'RFC 9293 §3.6.1'),
  retransmitTimeout: because('sent.retransmit-timeout', 'RFC 6298 §5'),
  /** A watcher on the wire can't tell by which rule. */
  retransmit: because('sent.retransmit', 'RFC 9293 §3.8.1'),
  retransmitNext: because('sent.retransmit-next', 'RFC 5681 §3.1'),
  retransmitFast: because('sent.retransmit-fast', 'RFC 5681 §3.2'),
  retransmitPartial: because('sent.retransmit-partial', 'RFC 6582 §3.2'),
  windowProbe: because('sent.window-probe', 'RFC 9293 §3.8.6.1'),
  keepAlive: because('sent.keep-alive', 'RFC 9293 §3.8.4'),
  stale: because('sent.stale', 'RFC 9293 §3.4.1'),
} as const

/** Why an acknowledgement number is what it is. */
export const ACKS = {
  syn: because('ack.syn', 'RFC 9293 §3.4'),
  data: because('ack.data', 'RFC 9293 §3.4'),
  fin: because('ack.fin', 'RFC 9293 §3.4'),
  dataFin: because('ack.data-fin', 'RFC 9293 §3.4'),
  same: because('ack.same', 'RFC 9293 §3.4'),
  gap: because('ack.gap', 'RFC 5681 §4.2'),
  reset: because('ack.reset', 'RFC 9293 §3.5.2'),
} as const

/** Why an arriving segment was not taken. */
export const DROPPED = {
  unacceptable: because('drop.unacceptable', 'RFC 9293 §3.10.7.4, first'),
  beyondWindow: because('drop.beyond-window', 'RFC 9293 §3.10.7.4, seventh'),
  rstOutside: because('drop.rst-outside', 'RFC 5961 §3'),
  rstInexact: because('drop.rst-inexact', 'RFC 5961 §3'),
  rstUnasked: because('drop.rst-unasked', 'RFC 9293 §3.10.7.2, §3.10.7.3'),
  syn: because('drop.syn', 'RFC 5961 §4'),
  noAck: because('drop.no-ack', 'RFC 9293 §3.10.7.4, fifth'),
  ackUnsent: because('drop.ack-unsent', 'RFC 9293 §3.10.7.4, fifth'),
  ackOld: because('drop.ack-old', 'RFC 5961 §5'),
  ackForeign: because('drop.ack-foreign', 'RFC 9293 §3.5.2'),
  notSyn: because('drop.not-syn', 'RFC 9293 §3.10.7'),
  closed: because('drop.closed', 'RFC 9293 §3.10.7.1'),
  textAfterFin: because('drop.text-after-fin', 'RFC 9293 §3.10.7.4, seventh'),
  backlogFull: because('drop.backlog-full', 'RFC 4987 §2'),
  reassemblyFull: because('drop.reassembly-full', 'RFC 9293 §3.10.7.4, seventh'),
} as const

/** A SYN that is answered although the backlog is full. */
export const COOKIE = because('cookie', 'RFC 4987 §3.6; Linux tcp_syncookies')

/** Why a connection was given up. */
export const GIVEN_UP = {
  retries: because('give-up.retries', 'RFC 9293 §3.8.3'),
  user: because('give-up.user', 'RFC 9293 §3.10.8'),
  keepAlive: because('give-up.keep-alive', 'RFC 9293 §3.8.4'),
} as const

/** Why a call of the program was refused. */
export const REFUSED = {
  noConnection: because('refused.no-connection', 'RFC 9293 §3.10'),
  exists: because('refused.exists', 'RFC 9293 §3.10.1'),
  closing: because('refused.closing', 'RFC 9293 §3.10'),
  resources: because('refused.resources', 'RFC 9293 §3.10.2'),
} as const

/** Rules that a what-if has switched off (scenario `counterfactual`). */
export const RULES = {
  'two-way-handshake': because('rule.two-way-handshake', 'RFC 9293 §3.5'),
  'no-time-wait': because('rule.no-time-wait', 'RFC 9293 §3.6.1'),
  'isn-always-zero': because('rule.isn-always-zero', 'RFC 9293 §3.4.1'),
  'no-ack-for-fin': because('rule.no-ack-for-fin', 'RFC 9293 §3.6'),
} as const

/** What is to be said of a connection that was read from a capture file. */
export const CAPTURED = {
  begunBefore: because('captured.begun-before', 'RFC 9293 §3.4'),
  rolesGuessed: because('captured.roles-guessed', 'RFC 6335 §6'),
  copies: because('captured.copies', 'RFC 791 §3.1'),
  more: because('captured.more', 'docs/formats.md, Captures'),
} as const

export const withParams = (reason: Reason, params: NonNullable<Reason['params']>): Reason => ({ ...reason, params })

/** All codes, for the test that each language says each of them. */
export const REASONS: readonly Reason[] = [SENT, ACKS, DROPPED, { COOKIE }, GIVEN_UP, REFUSED, RULES, CAPTURED].flatMap(
  (group) => Object.values(group),
)
