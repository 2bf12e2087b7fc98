export default {
  connecting: 'connecting',
  open: 'connected',
  closing: 'closing',
  closed: 'closed',
  failed: 'failed',
}
