import type { Endpoint, EndpointConfig, EndpointOptions, Rules } from '../types'
import { NO_TIMERS } from './timers'

/** The control block while one input is worked on: a private copy, so that the caller's stays as it was. */
export type Tcb = { -readonly [K in keyof Endpoint]: Endpoint[K] }

const NO_RULES: Rules = { twoWayHandshake: false, noTimeWait: false, isnAlwaysZero: false, noAckForFin: false }

/** An endpoint in CLOSED, for which no TCB exists yet: an OPEN brings it to life. */
export function createEndpoint(options: EndpointOptions): Endpoint {
  const { profile, iss, noDelay = false, keepAlive = false } = options
  return blank({ profile, iss, rules: { ...NO_RULES, ...options.rules } }, noDelay, keepAlive)
}

/** The TCB before anything has happened. */
export function blank(config: EndpointConfig, noDelay: boolean, keepAlive: boolean): Endpoint {
  const { parameters } = config.profile
  return {
    config,
    state: 'CLOSED',
    passive: false,
    reads: true,
    noDelay,
    keepAlive,

    iss: 0,
    synAcknowledged: false,
    sndUna: 0,
    sndNxt: 0,
    sndCursor: 0,
    sndWnd: 0,
    sndWl1: 0,
    sndWl2: 0,
    sndWndMax: 0,
    sndScale: 0,
    scaling: false,
    sndMss: 536 - parameters.optionBytes,
    sndEnd: 0,
    sndPush: 0,
    sndSmall: 0,
    finQueued: false,

    irs: 0,
    rcvNxt: 0,
    rcvEdge: 0,
    rcvScale: 0,
    rcvBuffer: parameters.receiveBuffer,
    rcvUnread: 0,
    rcvMemory: parameters.receiveMemory,
    rcvQueue: [],
    rcvEaten: 0,
    rcvRatio: 128,
    rcvThreshold: 0,
    finReceived: false,
    finAhead: false,
    reassembly: [],
    rcvMoved: 'nothing',

    srtt: null,
    rttvar: 0,
    rto: parameters.initialRto,
    retries: 0,
    timedSeq: null,
    timedAt: 0,
    cwnd: 0,
    ssthresh: Infinity,
    dupAcks: 0,
    synRetransmitted: false,
    recover: null,
    persistShift: 0,
    probes: 0,
    heardAt: 0,
    challengeAt: -Infinity,

    ackedUpTo: 0,
    ackScheduled: false,
    ackPushed: 0,
    quickAcks: 0,
    pingpong: false,
    ato: 0,
    rcvMss: 536,
    dataReceivedAt: -Infinity,
    dataSentAt: -Infinity,

    ...NO_TIMERS,
  }
}

/**
 * A private copy of a control block. Written out, as the engine copies a literal thirty times faster than it spreads an
 * object of so many fields, and every input is worked on a copy; a field that is missing here does not compile.
 */
export function copy(endpoint: Endpoint): Tcb {
  return {
    config: endpoint.config,
    state: endpoint.state,
    passive: endpoint.passive,
    reads: endpoint.reads,
    noDelay: endpoint.noDelay,
    keepAlive: endpoint.keepAlive,
    iss: endpoint.iss,
    synAcknowledged: endpoint.synAcknowledged,
    sndUna: endpoint.sndUna,
    sndNxt: endpoint.sndNxt,
    sndCursor: endpoint.sndCursor,
    sndWnd: endpoint.sndWnd,
    sndWl1: endpoint.sndWl1,
    sndWl2: endpoint.sndWl2,
    sndWndMax: endpoint.sndWndMax,
    sndScale: endpoint.sndScale,
    scaling: endpoint.scaling,
    sndMss: endpoint.sndMss,
    sndEnd: endpoint.sndEnd,
    sndPush: endpoint.sndPush,
    sndSmall: endpoint.sndSmall,
    finQueued: endpoint.finQueued,
    irs: endpoint.irs,
    rcvNxt: endpoint.rcvNxt,
    rcvEdge: endpoint.rcvEdge,
    rcvScale: endpoint.rcvScale,
    rcvBuffer: endpoint.rcvBuffer,
    rcvUnread: endpoint.rcvUnread,
    rcvMemory: endpoint.rcvMemory,
    rcvQueue: endpoint.rcvQueue,
    rcvEaten: endpoint.rcvEaten,
    rcvRatio: endpoint.rcvRatio,
    rcvThreshold: endpoint.rcvThreshold,
    finReceived: endpoint.finReceived,
    finAhead: endpoint.finAhead,
    reassembly: endpoint.reassembly,
    rcvMoved: endpoint.rcvMoved,
    srtt: endpoint.srtt,
    rttvar: endpoint.rttvar,
    rto: endpoint.rto,
    retries: endpoint.retries,
    timedSeq: endpoint.timedSeq,
    timedAt: endpoint.timedAt,
    cwnd: endpoint.cwnd,
    ssthresh: endpoint.ssthresh,
    dupAcks: endpoint.dupAcks,
    synRetransmitted: endpoint.synRetransmitted,
    recover: endpoint.recover,
    persistShift: endpoint.persistShift,
    probes: endpoint.probes,
    heardAt: endpoint.heardAt,
    challengeAt: endpoint.challengeAt,
    ackedUpTo: endpoint.ackedUpTo,
    ackScheduled: endpoint.ackScheduled,
    ackPushed: endpoint.ackPushed,
    quickAcks: endpoint.quickAcks,
    pingpong: endpoint.pingpong,
    ato: endpoint.ato,
    rcvMss: endpoint.rcvMss,
    dataReceivedAt: endpoint.dataReceivedAt,
    dataSentAt: endpoint.dataSentAt,
    retransmissionAt: endpoint.retransmissionAt,
    persistAt: endpoint.persistAt,
    delayedAckAt: endpoint.delayedAckAt,
    timeWaitAt: endpoint.timeWaitAt,
    userAt: endpoint.userAt,
    keepAliveAt: endpoint.keepAliveAt,
    finWait2At: endpoint.finWait2At,
  }
}
