export default {
  name: 'Handshake Lab',
}
