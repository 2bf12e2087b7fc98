export default {
  close: '关闭',
  call: {
    client: 'client.{method}()',
    server: 'socket.{method}()',
  },
  end: {
    client: '客户端结束',
    server: '服务器结束',
    more: 'FIN：这一方不再发送数据',
  },
  resetAndDestroy: {
    client: '客户端中止（RST）',
    server: '服务器中止（RST）',
    more: 'RST：对方会收到错误',
  },
  destroy: {
    client: '客户端销毁套接字',
    server: '服务器销毁套接字',
    more: 'FIN；若有未读数据则为 RST',
  },
}
