export default {
  listening: {
    means: '服务器套接字已绑定，TCP 开始接受连接：状态为 LISTEN。',
    not: '并不表示已有客户端。',
  },
  connection: {
    means: '服务器程序得到一个握手已经完成的连接。',
    not: '它不是握手：握手在此之前已由内核完成，即使当时程序正被阻塞。',
  },
  lookup: {
    means: '主机名已解析为地址。',
    not: '尚未向该地址发送任何内容。',
  },
  connect: {
    means: '客户端的 TCP 已收到 SYN,ACK：本端进入 ESTABLISHED。',
    not: '并不表示服务器程序已接受甚至察觉到该连接。',
  },
  ready: {
    means: '套接字可以使用；紧随 connect 之后触发。',
    not: '没有报文段与之对应：它是 Node 自身的事件。',
  },
  data: {
    means: '从套接字读到了字节，顺序正确且没有缺口。',
    not: '它不等于一个报文段：TCP 是字节流，一次 data 可能包含多次写入的内容。',
  },
  drain: {
    means: '写入的内容已全部交给内核：可以继续 write()。',
    not: '并不表示对方已经收到，更不表示已经读取。',
  },
  timeout: {
    means: '在设定的时间内套接字没有任何活动。',
    not: 'TCP 不会因此关闭：须由程序决定。',
  },
  end: {
    means: '对方的 FIN 已到达，且之前的数据都已读完。',
    not: '连接并未关闭，只是这一方向关闭；本端仍可发送。',
  },
  finish: {
    means: '已调用 end()，写入的内容已全部交给内核。',
    not: '并不表示 FIN 已被确认。',
  },
  close: {
    means: 'Node 已释放套接字：不会再有事件。',
    not: 'TCP 未必已经结束：内核可能仍将连接保持在 TIME-WAIT 约一分钟。',
  },
  error: {
    means: '发生了错误，错误码说明原因；随后会触发 close。',
    not: 'ECONNRESET 不是网络故障：对方的 TCP 有意发送了 RST。',
  },
  'call-listen': {
    means: '程序请求被动打开：内核从此开始回应握手。',
    not: '程序无须参与握手：内核会独自完成。',
  },
  'call-connect': {
    means: '程序请求主动打开：TCP 发送 SYN。',
    not: '它会立即返回，此时尚未连接。',
  },
  'call-write': {
    means: '字节交给 TCP 的发送缓冲区。',
    not: '它不等于一个报文段：TCP 按 MSS、窗口和 Nagle 算法切分字节流。',
  },
  'call-end': {
    means: '这一方不再发送数据：写入的内容发完后 TCP 发送 FIN。',
    not: '连接并未关闭：对方仍可发送。',
  },
  'call-destroy': {
    means: '程序立即放弃套接字。若没有未读数据，TCP 发送 FIN。',
    not: '它不是复位，除非有未读数据或之后又有数据到达。',
  },
  'call-resetAndDestroy': {
    means: '程序中止连接：TCP 发送 RST 并丢弃连接。',
    not: '它不是更快的 FIN：在途数据可能丢失，且任何一方都不进入 TIME-WAIT。',
  },
  'call-pause': {
    means: '程序停止读取。',
    not: 'TCP 会继续接收，直到缓冲区占满；然后窗口关闭。',
  },
  'call-resume': {
    means: '程序恢复读取，窗口随之打开。',
    not: '数据无须重发：它一直在缓冲区中等待。',
  },
  'call-setNoDelay': {
    means: '关闭 Nagle 算法：小报文段立即发出。',
    not: '它不会让大量数据传输更快。',
  },
  'call-setKeepAlive': {
    means: '启用保活：TCP 不时探测空闲的连接。',
    not: '它不是程序的消息：由对方的 TCP 自行应答。',
  },
  'call-close': {
    means: '服务器停止监听。',
    not: '已接受的连接会继续存在。',
  },
}
