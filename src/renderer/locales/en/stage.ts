export default {
  title: 'Sequence diagram',
  scale: 'time not to scale',
  provenance: {
    observed: 'observed',
    inferred: 'inferred from RFC 9293',
    captured: 'captured on the wire',
    kernel: 'from the kernel',
    simulated: 'simulated',
  },
  simulated: {
    title: 'Simulated.',
    text: 'A what-if on a virtual network: no real socket took part.',
    counterfactual: 'This is not real TCP: switched off here to show what breaks: {rules}.',
  },
  visitor: {
    title: 'The client is another program.',
    text: 'Only the server’s calls and events were seen here; the rest is inferred. Times count from just before ‘connection’.',
  },
  opened: {
    title: 'Opened from a file.',
    named: 'Opened from a file: “{title}”.',
    text: 'Recorded earlier: nothing can be sent on it any more.',
  },
  hidden: {
    title: 'Another connection is open: {address}.',
    text: 'Send and Close act only on what is shown.',
    blocked:
      'Send and Close act only on what is shown, and there is one connection at a time: close it before the next.',
    show: 'Show it',
  },
  blocked: {
    title: 'A connection is open.',
    text: 'The scenario can run once it is closed: close it, or start afresh ({more} → {reset}).',
  },
  rule: {
    'two-way-handshake': 'the third step of the handshake',
    'no-time-wait': 'TIME-WAIT',
    'isn-always-zero': 'unpredictable initial sequence numbers',
    'no-ack-for-fin': 'the acknowledgement of FIN',
  },
}
