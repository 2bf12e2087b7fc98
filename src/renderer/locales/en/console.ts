export default {
  title: 'Server console',
  empty: 'The server prints each client’s address and port here, and what it receives.',
  tlsHello: 'A TLS ClientHello ({bytes}…): this client took the server for HTTPS.',
}
