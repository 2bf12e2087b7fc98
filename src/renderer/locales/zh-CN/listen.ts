export default {
  title: '服务器与套接字选项',
  host: '服务器地址',
  port: '端口',
  portHint: '填 0 则由系统选择空闲端口。',
  portTrouble: '请输入 0 到 65535 之间的整数。',
  sockets: '下一个连接的套接字',
  halfOpen: '{side}：allowHalfOpen',
  halfOpenHint: '若不启用，Node 收到对方的 FIN 后会自动结束本端。',
  noDelay: 'setNoDelay：小报文段立即发送',
  listening: '正在监听',
  notListening: '尚未监听。点击“连接”会启动服务器。',
  listen: '立即监听',
}
