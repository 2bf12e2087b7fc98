export default {
  title: 'What the program saw',
  bytes: '{count} byte | {count} bytes',
  empty: 'Nothing yet. Calls and events of both sockets appear here as they happen.',
  earlier: 'Show {count} earlier',
  later: 'Show {count} later',
  history: 'Connection {place} of {count}',
  earlierOnes: 'Earlier connections: {count}',
  visitor: 'Another program',
  sampled: 'A close of the puzzle',
  origin: {
    simulated: 'simulated',
    opened: 'opened from a file',
  },
}
