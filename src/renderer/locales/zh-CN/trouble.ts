export default {
  ECONNREFUSED: {
    title: '连接被拒绝。',
    text: '该端口无人监听，因此对方的 TCP 用 RST 回应了 SYN。请在该端口启动服务器，或连接到实验室自己的服务器。',
  },
  ECONNRESET: {
    title: '{side}的连接被复位。',
    text: '对方发送了 RST：这是中止而不是关闭，在途数据可能丢失。要继续请重新连接。',
  },
  EPIPE: {
    title: '{side}向已关闭的连接写入了数据。',
    text: '对方已不再接收数据。要继续请重新连接。',
  },
  ETIMEDOUT: {
    title: '未能及时收到应答。',
    text: 'TCP 多次重传后放弃。请检查地址后重新连接。',
  },
  EADDRNOTAVAIL: {
    title: '本机没有这个地址。',
    text: '请在“服务器与套接字选项”中选择 127.0.0.1。',
  },
  other: {
    title: '{side}的套接字报告了 {code}。',
    text: '选择该错误事件可查看其位置；要继续请重新连接。',
  },
}
