import type { Connection } from '@shared/trace/schema'
import { connection, event, segment, state } from './conversations'

const simulated = { provenance: 'simulated' } as const

/** RFC 9293 Figure 7, simultaneous connection synchronization, 20 ms one way. */
export const simultaneousOpen = (): Connection =>
  connection({
    events: [
      event(0, 'client', 'call:connect', undefined, 'simulated'),
      event(5, 'server', 'call:connect', undefined, 'simulated'),
    ],
    segments: [
      segment(1, 0, 'c:S:0/-', { delay: 20, ...simulated }),
      segment(2, 5, 's:S:0/-', { delay: 20, ...simulated }),
      segment(3, 20, 's:SA:0/1', { delay: 20, ...simulated }),
      segment(4, 25, 'c:SA:0/1', { delay: 20, ...simulated }),
    ],
    states: [
      state(0, 'client', 'CLOSED', simulated),
      state(0, 'server', 'CLOSED', simulated),
      state(0, 'client', 'SYN-SENT', { segment: 1, ...simulated }),
      state(5, 'server', 'SYN-SENT', { segment: 2, ...simulated }),
      state(20, 'server', 'SYN-RECEIVED', { segment: 1, ...simulated }),
      state(25, 'client', 'SYN-RECEIVED', { segment: 2, ...simulated }),
      state(40, 'client', 'ESTABLISHED', { segment: 3, ...simulated }),
      state(45, 'server', 'ESTABLISHED', { segment: 4, ...simulated }),
    ],
  })

/** A lost SYN, its retransmission after a second, a delayed old copy, a network copy, an unknowable ACK and a reset. */
export const troubled = (): Connection =>
  connection({
    events: [
      event(0, 'client', 'call:connect', undefined, 'simulated'),
      event(1040, 'client', 'connect', undefined, 'simulated'),
      event(1040, 'client', 'ready', undefined, 'simulated'),
      event(1100, 'client', 'call:write', { bytes: 1460 }, 'simulated'),
      event(1200, 'client', 'error', { code: 'ECONNRESET' }, 'simulated'),
      event(1200.5, 'client', 'close', { hadError: true }, 'simulated'),
    ],
    segments: [
      segment(1, 0, 'c:S:0/-', { lost: true, ...simulated }),
      segment(2, 1000, 'c:S:0/-', { delay: 20, retransmission: true, ...simulated }),
      segment(3, 1020, 's:SA:0/1', { delay: 20, ...simulated }),
      segment(4, 1040, 'c:A:1/1', { delay: 100, ...simulated }),
      segment(5, 1041, 'c:S:-4000/-', { delay: 30, stale: true, ...simulated }),
      segment(6, 1071, 's:A:1/1', { delay: 20, certainty: 'unknown', ...simulated }),
      segment(7, 1100, 'c:PA:1/1+1460', { delay: 20, ...simulated }),
      segment(8, 1101, 'c:PA:1/1+1460', { delay: 35, duplicate: true, ...simulated }),
      segment(9, 1120, 's:A:1/1461', { lost: true, ...simulated }),
      segment(10, 1180, 's:RA:1/1461', { delay: 20, ...simulated }),
    ],
    states: [
      state(0, 'client', 'CLOSED', simulated),
      state(0, 'server', 'LISTEN', simulated),
      state(0, 'client', 'SYN-SENT', { segment: 1, ...simulated }),
      state(1020, 'server', 'SYN-RECEIVED', { segment: 2, ...simulated }),
      state(1040, 'client', 'ESTABLISHED', { segment: 3, ...simulated }),
      state(1140, 'server', 'ESTABLISHED', { segment: 4, ...simulated }),
      state(1180, 'server', 'CLOSED', { segment: 10, ...simulated }),
      state(1200, 'client', 'CLOSED', { segment: 10, ...simulated }),
    ],
    notes: [
      {
        t: 1071,
        kind: 'unknown',
        segment: 6,
        reason: { code: 'a sentence of the model about segment six', source: 'RFC 5961 §4' },
      },
      {
        t: 1180,
        kind: 'violation',
        segment: 10,
        reason: { code: 'a sentence about the reset', source: 'RFC 9293 §3.5.2' },
      },
    ],
  })

/** Both ends send at the same time, several segments deep. */
export const crossing = (depth = 6): Connection =>
  connection({
    segments: Array.from({ length: depth * 2 }, (_, i) => {
      const round = Math.floor(i / 2)
      const letter = i % 2 === 0 ? 'c' : 's'
      return segment(i + 1, round + (i % 2) * 0.3, `${letter}:PA:${1 + round * 100}/1+100`, { delay: 20 })
    }),
  })
