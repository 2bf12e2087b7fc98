export default {
  client: 'Client',
  server: 'Server',
}
