import type { Endpoint, EndpointConfig, EndpointOptions, Rules } from '../types'

const NO_RULES: Rules = { twoWayHandshake: false, noTimeWait: false, isnAlwaysZero: false, noAckForFin: false }

/** An endpoint in CLOSED, for which no TCB exists yet: an OPEN brings it to life. */
export function createEndpoint(options: EndpointOptions): Endpoint {
  const { profile, iss = null, secret = 0, local = '', remote = '', noDelay = false, keepAlive = false } = options
  return blank({ profile, iss, secret, local, remote, rules: { ...NO_RULES, ...options.rules } }, noDelay, keepAlive)
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

    retransmissionAt: Infinity,
    persistAt: Infinity,
    delayedAckAt: Infinity,
    timeWaitAt: Infinity,
    userAt: Infinity,
    keepAliveAt: Infinity,
    finWait2At: Infinity,
  }
}
