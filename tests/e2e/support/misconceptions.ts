/** A wrong prediction of segment `n`, and the misconception it must be answered with. */
export interface Mistake {
  readonly n: number
  readonly says: string
  readonly flags: string
  readonly seq: string
  readonly ack: string
  /** The numbers are absolute; relative where nothing is said. */
  readonly absolute?: true
  /** Of client and server; asked only where they are given. */
  readonly states?: readonly [string, string]
}

/** Every misconception that can be told from an answer, by the conversation of tests/fixtures/predict it shows in. */
export const MISTAKES: Readonly<Record<string, readonly Mistake[]>> = {
  'reordered-data': [
    { n: 1, says: 'ACK on the first SYN', flags: 'SYN ACK', seq: '0', ack: '' },
    { n: 1, says: 'Relative and absolute numbers mixed up', flags: 'SYN', seq: '2693262067', ack: '' },
    { n: 1, says: 'An ack number without the ACK bit', flags: 'SYN', seq: '0', ack: '0' },
    { n: 1, says: 'Off by one', flags: 'SYN', seq: '-1', ack: '' },
    { n: 1, says: 'Established after two steps', flags: 'SYN', seq: '0', ack: '', states: ['SYN-SENT', 'ESTABLISHED'] },
    { n: 1, says: 'Sequence numbers believed to start at 0', absolute: true, flags: 'SYN', seq: '0', ack: '' },
    { n: 2, says: 'SYN and ACK believed to go separately', flags: 'SYN', seq: '0', ack: '' },
    { n: 2, says: 'SYN not counted', flags: 'SYN ACK', seq: '0', ack: '0' },
    { n: 2, says: 'seq and ack swapped', flags: 'SYN ACK', seq: '1', ack: '0' },
    { n: 2, says: 'seq goes on from the other end’s numbers', flags: 'SYN ACK', seq: '1', ack: '1' },
    { n: 3, says: 'ACK forgotten', flags: '', seq: '1', ack: '' },
    { n: 3, says: 'SYN believed to be in every step', flags: 'SYN', seq: '1', ack: '' },
    { n: 4, says: 'A pure ACK counted', flags: 'ACK', seq: '2', ack: '1' },
    { n: 4, says: 'The sender acknowledges its own bytes', flags: 'ACK', seq: '1', ack: '1461' },
    { n: 4, says: 'seq taken for the end of the segment', flags: 'ACK', seq: '1461', ack: '1' },
    { n: 5, says: 'One number for every segment', flags: 'ACK', seq: '3', ack: '1' },
    { n: 5, says: 'ack repeats the sender’s own seq', flags: 'ACK', seq: '1461', ack: '1461' },
    { n: 5, says: 'Own data not counted', flags: 'ACK', seq: '1', ack: '1' },
    { n: 7, says: 'ack repeats the seq that came', flags: 'ACK', seq: '1', ack: '2921' },
    { n: 7, says: 'ack counts the last segment only', flags: 'ACK', seq: '1', ack: '80' },
    { n: 7, says: 'A gap acknowledged away', flags: 'ACK', seq: '1', ack: '3001' },
    { n: 7, says: 'Acknowledging what is still on its way', flags: 'ACK', seq: '1', ack: '1461' },
    { n: 9, says: 'ack taken for the last byte received', flags: 'ACK', seq: '1', ack: '3000' },
    { n: 9, says: 'What arrived is not acknowledged', flags: 'ACK', seq: '1', ack: '1' },
    { n: 10, says: 'FIN believed to travel alone', flags: 'FIN', seq: '3001', ack: '' },
    { n: 10, says: 'A close taken for a reset', flags: 'RST', seq: '3001', ack: '' },
    {
      n: 10,
      says: 'The wrong side waits',
      flags: 'FIN ACK',
      seq: '3001',
      ack: '1',
      states: ['FIN-WAIT-1', 'TIME-WAIT'],
    },
    {
      n: 10,
      says: 'Closed believed too early',
      flags: 'FIN ACK',
      seq: '3001',
      ack: '1',
      states: ['CLOSED', 'CLOSE-WAIT'],
    },
    {
      n: 10,
      says: 'One FIN believed to end both directions',
      flags: 'FIN ACK',
      seq: '3001',
      ack: '1',
      states: ['FIN-WAIT-1', 'CLOSED'],
    },
    { n: 11, says: 'FIN believed to close both directions', flags: 'FIN ACK', seq: '1', ack: '3002' },
    { n: 11, says: 'FIN not counted', flags: 'ACK', seq: '1', ack: '3001' },
    {
      n: 12,
      says: 'FIN-WAIT-2 believed to come always',
      flags: 'FIN ACK',
      seq: '1',
      ack: '3002',
      states: ['FIN-WAIT-2', 'LAST-ACK'],
    },
  ],
  'two-way-handshake': [
    {
      n: 1,
      says: 'Half-open taken for half-closed',
      flags: 'SYN',
      seq: '77',
      ack: '',
      states: ['CLOSED', 'CLOSE-WAIT'],
    },
    { n: 3, says: 'A reset taken for a close', flags: 'FIN', seq: '78', ack: '' },
    {
      n: 3,
      says: 'Waiting believed after a reset',
      flags: 'RST',
      seq: '78',
      ack: '',
      states: ['CLOSE-WAIT', 'CLOSED'],
    },
  ],
  'simultaneous-close': [
    {
      n: 5,
      says: 'A simultaneous close believed impossible',
      flags: 'FIN ACK',
      seq: '1',
      ack: '1',
      states: ['FIN-WAIT-2', 'FIN-WAIT-1'],
    },
  ],
  'client-destroy': [
    { n: 4, says: 'destroy() believed to reset', flags: 'RST', seq: '1', ack: '' },
    { n: 5, says: 'The close believed to take four segments always', flags: 'ACK', seq: '1', ack: '2' },
  ],
}
