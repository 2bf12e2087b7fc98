export default {
  title: '服务器控制台',
  empty: '服务器在这里打印每个客户端的地址、端口以及收到的内容。',
}
