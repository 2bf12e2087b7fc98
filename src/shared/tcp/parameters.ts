/** A number of TCP's that an implementation chooses: its unit, where that is written down, and two defaults. */
export interface Parameter {
  readonly unit: 'ms' | 'bytes' | 'segments' | 'count' | 'bits'
  readonly source: string
  readonly rfc: number
  readonly linux: number
}

const defineParameters = <T extends Record<string, Parameter>>(table: T): Readonly<Record<keyof T, Parameter>> => table

/** Every parameter of the model. Linux's are those of net/ipv4 with default sysctls, HZ=250, on an Ethernet path. */
export const PARAMETERS = defineParameters({
  msl: { unit: 'ms', source: 'RFC 9293 §3.4.2; Linux TCP_TIMEWAIT_LEN = 60 s', rfc: 120_000, linux: 30_000 },
  initialRto: { unit: 'ms', source: 'RFC 6298 §2.1; Linux TCP_TIMEOUT_INIT', rfc: 1000, linux: 1000 },
  minRto: { unit: 'ms', source: 'RFC 6298 §2.4; Linux TCP_RTO_MIN', rfc: 1000, linux: 200 },
  maxRto: { unit: 'ms', source: 'RFC 6298 §2.5; Linux TCP_RTO_MAX', rfc: 60_000, linux: 120_000 },
  /** The least that 4·RTTVAR counts for: the clock's granularity G in the RFC, TCP_RTO_MIN in Linux. */
  rttVarianceFloor: { unit: 'ms', source: 'RFC 6298 §2.3; Linux tcp_rtt_estimator', rfc: 100, linux: 200 },
  /** RTO for data when the handshake's own timer went off. */
  rtoAfterLostSyn: { unit: 'ms', source: 'RFC 6298 §5.7; Linux TCP_TIMEOUT_FALLBACK', rfc: 3000, linux: 3000 },
  synRetries: { unit: 'count', source: 'RFC 9293 §3.8.3 (R2 at least 3 min); Linux tcp_syn_retries', rfc: 7, linux: 6 },
  /** So many SYNs are sent again before the waiting time begins to double; they do not count as retries. */
  synLinearTimeouts: {
    unit: 'count',
    source: 'Linux tcp_syn_linear_timeouts (since 6.5); the RFC has none',
    rfc: 0,
    linux: 4,
  },
  synAckRetries: { unit: 'count', source: 'RFC 9293 §3.8.3; Linux tcp_synack_retries', rfc: 7, linux: 5 },
  dataRetries: { unit: 'count', source: 'RFC 9293 §3.8.3 (R2 at least 100 s); Linux tcp_retries2', rfc: 6, linux: 15 },
  userTimeout: { unit: 'ms', source: 'RFC 9293 §3.9.1.1; Linux TCP_USER_TIMEOUT (off)', rfc: 300_000, linux: Infinity },
  finWait2Timeout: { unit: 'ms', source: 'Linux tcp_fin_timeout; the RFC has none', rfc: Infinity, linux: 60_000 },
  delayedAck: { unit: 'ms', source: 'RFC 9293 §3.8.6.3 (under 0.5 s); Linux TCP_DELACK_MIN', rfc: 200, linux: 40 },
  delayedAckMax: { unit: 'ms', source: 'RFC 9293 §3.8.6.3; Linux TCP_DELACK_MAX', rfc: 500, linux: 200 },
  /** The kernel's timers fire on its tick; a delayed ACK of "0 ms" therefore waits up to this long. */
  tick: { unit: 'ms', source: 'Linux CONFIG_HZ=250; the RFC has none', rfc: 0, linux: 4 },
  quickAcks: { unit: 'segments', source: 'Linux TCP_MAX_QUICKACKS; the RFC has none', rfc: 0, linux: 16 },
  initialWindow: {
    unit: 'segments',
    source: 'RFC 5681 §3.1 (RFC 3390); Linux TCP_INIT_CWND (RFC 6928)',
    rfc: 4,
    linux: 10,
  },
  initialWindowBytes: { unit: 'bytes', source: 'RFC 3390 §1; Linux has no such bound', rfc: 4380, linux: Infinity },
  mss: { unit: 'bytes', source: 'RFC 9293 §3.7.1: the MTU less 40, Ethernet', rfc: 1460, linux: 1460 },
  /** The most that leaves as one segment although it is several full ones (loopback never cuts it); 0: never. */
  offload: { unit: 'bytes', source: 'Linux GSO_MAX_SIZE (65536 on loopback); the RFC has none', rfc: 0, linux: 0 },
  /** Taken from each segment by options that the model does not draw. */
  optionBytes: { unit: 'bytes', source: 'RFC 7323 §3.2 timestamps; Linux tcp_timestamps', rfc: 0, linux: 12 },
  /** -1: the option is not offered. */
  windowScale: { unit: 'bits', source: 'RFC 7323 §2; Linux tcp_select_initial_window', rfc: -1, linux: 7 },
  receiveBuffer: { unit: 'bytes', source: 'RFC 9293 §3.1; Linux tcp_rmem', rfc: 65_535, linux: 65_535 },
  /** Memory behind the receive buffer, headers included; 0: the buffer is its text alone and does not grow. */
  receiveMemory: { unit: 'bytes', source: 'Linux tcp_rmem (131072 on loopback); the RFC has none', rfc: 0, linux: 0 },
  sendBuffer: { unit: 'bytes', source: 'RFC 9293 §3.9.1.2; Linux tcp_wmem', rfc: 65_535, linux: 2_626_560 },
  keepAliveIdle: { unit: 'ms', source: 'RFC 9293 §3.8.4; Linux tcp_keepalive_time', rfc: 7_200_000, linux: 7_200_000 },
  keepAliveInterval: { unit: 'ms', source: 'Linux tcp_keepalive_intvl', rfc: 75_000, linux: 75_000 },
  keepAliveProbes: { unit: 'count', source: 'Linux tcp_keepalive_probes', rfc: 9, linux: 9 },
  challengeAckInterval: { unit: 'ms', source: 'RFC 5961 §7; Linux tcp_invalid_ratelimit', rfc: 500, linux: 500 },
})

export type ParameterName = keyof typeof PARAMETERS
export type Parameters = Readonly<Record<ParameterName, number>>
