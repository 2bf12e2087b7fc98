export default {
  close: 'Close',
  call: {
    client: 'client.{method}()',
    server: 'socket.{method}()',
  },
  end: {
    client: 'Client ends',
    server: 'Server ends',
    more: 'FIN: no more data from this side',
  },
  resetAndDestroy: {
    client: 'Client aborts (RST)',
    server: 'Server aborts (RST)',
    more: 'RST: the other side gets an error',
  },
  destroy: {
    client: 'Client destroys its socket',
    server: 'Server destroys its socket',
    more: 'FIN, or RST when data is left unread',
  },
}
