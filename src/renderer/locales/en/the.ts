export default {
  client: 'client',
  server: 'server',
}
