export default {
  title: 'Server and socket options',
  host: 'Server address',
  port: 'Port',
  portHint: '0 lets the system choose a free port.',
  portTrouble: 'Enter a whole number from 0 to 65535.',
  sockets: 'Sockets of the next connection',
  halfOpen: '{side}: allowHalfOpen',
  halfOpenHint: 'Without it, Node answers the other side’s FIN by ending this side too.',
  noDelay: 'setNoDelay: send small segments at once',
  listening: 'Listening on',
  notListening: 'Not listening yet. Connect starts the server.',
  listen: 'Listen now',
}
