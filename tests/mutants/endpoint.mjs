/** @param {string} name */
const tcp = (name) => `tests/unit/shared/tcp/${name}.test.ts`

/**
 * Faults of one TCP end. Packet scripts and figures notice them in a second or two, where the property tests would take
 * minutes for each.
 *
 * @type {import('./index.mjs').Group}
 */
export const endpoint = {
  tests: ['figures', 'segments', 'calls', 'sending', 'acks', 'arithmetic', 'edges', 'transitions'].map(tcp),
  mutants: [
    {
      name: 'comparison does not wrap',
      file: 'src/shared/tcp/seq.ts',
      from: 'export const lt = (a: Seq, b: Seq): boolean => ((a - b) | 0) < 0',
      to: 'export const lt = (a: Seq, b: Seq): boolean => a < b',
    },
    {
      name: 'addition does not wrap',
      file: 'src/shared/tcp/seq.ts',
      from: '=> (seq + n) >>> 0',
      to: '=> seq + n',
    },
    {
      name: 'a FIN takes no sequence number',
      file: 'src/shared/tcp/endpoint/arrive/fin.ts',
      from: '  tcb.rcvNxt = add(tcb.rcvNxt, 1)\n',
      to: '  tcb.rcvNxt = add(tcb.rcvNxt, 0)\n',
    },
    {
      name: 'a SYN takes no sequence number',
      file: 'src/shared/tcp/endpoint/arrive/open.ts',
      from: '  tcb.rcvNxt = add(syn.seq, 1)\n',
      to: '  tcb.rcvNxt = syn.seq\n',
    },
    {
      name: 'any reset in the window is believed',
      file: 'src/shared/tcp/endpoint/arrive/synchronized.ts',
      from: '  if (segment.seq !== tcb.rcvNxt) {',
      to: '  if (false) {',
    },
    {
      name: 'LISTEN takes an ACK for nothing',
      file: 'src/shared/tcp/endpoint/arrive/closed.ts',
      from: '    emitReset(t, segment, SENT.rstListen)\n',
      to: '',
    },
    {
      name: 'a reset takes no number from the segment it answers',
      file: 'src/shared/tcp/endpoint/send/emit.ts',
      from: '{ seq: to.ack, ack: 0, flags: RST,',
      to: '{ seq: 0, ack: 0, flags: RST,',
    },
    {
      name: 'an ACK of the unsent is taken',
      file: 'src/shared/tcp/endpoint/arrive/acknowledge.ts',
      from: '  if (gt(ack, tcb.sndNxt)) return refuse(t, segment)\n',
      to: '',
    },
    {
      name: 'an old segment undoes a newer window',
      file: 'src/shared/tcp/endpoint/arrive/acknowledge.ts',
      from: '  if (!newer) {',
      to: '  if (false) {',
    },
    {
      name: 'the right edge moves with an old acknowledgement',
      file: 'src/shared/tcp/endpoint/arrive/acknowledge.ts',
      from: '    tcb.sndWnd = Math.max(0, tcb.sndWnd - acked)\n',
      to: '',
    },
    {
      name: "the peer's window is ignored",
      file: 'src/shared/tcp/endpoint/send/transmit.ts',
      from: 'Math.min(tcb.sndWnd, allowance(tcb))',
      to: 'allowance(tcb)',
    },
    {
      name: 'TIME-WAIT lasts one MSL',
      file: 'src/shared/tcp/endpoint/arrive/settle.ts',
      from: '2 * t.tcb.config.profile.parameters.msl',
      to: 't.tcb.config.profile.parameters.msl',
    },
    {
      name: 'a repeated FIN does not restart TIME-WAIT',
      file: 'src/shared/tcp/endpoint/arrive/synchronized.ts',
      from: '    startTimeWait(t)\n',
      to: '',
    },
    {
      name: 'the RTO does not back off',
      file: 'src/shared/tcp/endpoint/rtt.ts',
      from: 'Math.min(tcb.rto * 2,',
      to: 'Math.min(tcb.rto,',
    },
    {
      name: "a segment sent twice is measured (no Karn's rule)",
      file: 'src/shared/tcp/endpoint/rtt.ts',
      from: '  tcb.timedSeq = null\n',
      to: '',
    },
    {
      name: 'fast retransmit on the second duplicate',
      file: 'src/shared/tcp/endpoint/congestion.ts',
      from: 'const DUPLICATES = 3',
      to: 'const DUPLICATES = 2',
    },
    {
      name: 'a timeout leaves the congestion window as it was',
      file: 'src/shared/tcp/endpoint/congestion.ts',
      from: '  tcb.cwnd = tcb.sndMss\n',
      to: '',
    },
    {
      name: 'Nagle never holds back',
      file: 'src/shared/tcp/endpoint/send/nagle.ts',
      from: '  return tcb.noDelay || !holdsBack(tcb)',
      to: '  return true',
    },
    {
      name: 'a gap is not named at once',
      file: 'src/shared/tcp/endpoint/arrive/text.ts',
      from: '  t.ackNow = SENT.ackOutOfOrder\n',
      to: '',
    },
    {
      name: 'unread data is closed over in silence',
      file: 'src/shared/tcp/endpoint/calls/close.ts',
      from: '      if (!stillReads && tcb.rcvUnread > 0) return resetUnread(t)\n',
      to: '',
    },
    {
      name: 'Linux acknowledges quickly in a dialogue too',
      file: 'src/shared/tcp/endpoint/linux/acks.ts',
      from: '    if (tcb.quickAcks > 0 && !tcb.pingpong) return',
      to: '    if (tcb.quickAcks > 0) return',
    },
    {
      name: 'a delayed ACK that is nearly due waits for its timer',
      file: 'src/shared/tcp/endpoint/linux/acks.ts',
      from: '    return runsOut(tcb, now) ? SENT.ackDue : null\n',
      to: '    return null\n',
    },
    {
      name: 'reading behind a FIN acknowledges nothing',
      file: 'src/shared/tcp/endpoint/calls/receive.ts',
      from: "  if (tcb.state === 'CLOSED') return\n",
      to: "  if (tcb.state === 'CLOSED' || tcb.finReceived) return\n",
    },
    {
      name: 'times are compared finer than the clock ticks',
      file: 'src/shared/tcp/endpoint/linux/ticks.ts',
      from: '  if (tick === 0) return now - then\n',
      to: '  return now - then\n',
    },
    {
      name: 'CLOSE is said to send nothing',
      file: 'src/shared/tcp/transitions.ts',
      from: "row('ESTABLISHED', 'CLOSE', 'FIN', 'FIN-WAIT-1', CLOSE)",
      to: "row('ESTABLISHED', 'CLOSE', null, 'FIN-WAIT-1', CLOSE)",
    },
    {
      name: 'ABORT is said to send a SYN',
      file: 'src/shared/tcp/transitions.ts',
      from: "row(state, 'ABORT', 'RST', 'CLOSED', ABORT)",
      to: "row(state, 'ABORT', 'SYN', 'CLOSED', ABORT)",
    },
    {
      name: 'ABORT sends no reset',
      file: 'src/shared/tcp/endpoint/calls/abort.ts',
      from: '  if (abortResets(t.tcb.state)) emitAbort(t, SENT.rstAbort)\n',
      to: '',
    },
    {
      name: 'SYN and FIN together take one number',
      file: 'src/shared/trace/flags.ts',
      from: '((bits & FIN) !== 0 ? 1 : 0)',
      to: '((bits & (FIN | SYN)) === FIN ? 1 : 0)',
    },
    {
      name: 'PSH tells segments apart',
      file: 'src/shared/trace/flags.ts',
      from: '(flagBits(a) & ~PSH) === (flagBits(b) & ~PSH)',
      to: 'flagBits(a) === flagBits(b)',
    },
    {
      name: 'the user timer is never the next one',
      file: 'src/shared/tcp/endpoint/timers.ts',
      from: 'if (endpoint.userAt < at)',
      to: 'if (endpoint.userAt < 0)',
    },
    {
      name: 'a deleted connection keeps its timers',
      file: 'src/shared/tcp/endpoint/turn.ts',
      from: '  stopTimers(t.tcb)\n',
      to: '',
    },
    {
      name: 'Linux does not keep to half of the window',
      file: 'src/shared/tcp/endpoint/send/nagle.ts',
      from: 'tcb.sndWndMax > 536 ? tcb.sndWndMax >> 1',
      to: 'tcb.sndWndMax > 536 ? tcb.sndWndMax',
    },
  ],
}
