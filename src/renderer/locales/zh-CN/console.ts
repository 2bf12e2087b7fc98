export default {
  title: '服务器控制台',
  empty: '服务器在这里打印每个客户端的地址、端口以及收到的内容。',
  tlsHello: '收到 TLS ClientHello（{bytes}…）：这个客户端把服务器当成了 HTTPS。',
}
