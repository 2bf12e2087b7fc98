import type { ScenarioInput } from '../../schema'

export const connectThenClientEnd: ScenarioInput = {
  id: 'connect-then-client-end',
  title: { en: 'Connect, then the client closes', 'zh-CN': '建立连接，客户端关闭' },
  explanation: {
    en: 'The shortest complete life of a connection: three segments open it, and the client’s end() closes it. The server’s socket has allowHalfOpen off, so Node answers ‘end’ by ending its own side at once.',
    'zh-CN':
      '一个连接最短的完整生命周期：三个报文段建立连接，随后客户端调用 end() 关闭。服务器套接字未开启 allowHalfOpen，因此 end 事件一触发，Node 就立即结束本端。',
  },
  lookFor: {
    en: '‘connection’ fires only after all three handshake segments have passed. The close takes three or four segments, depending on how fast the server’s program answers; the client, which closed first, is left in TIME-WAIT.',
    'zh-CN':
      'connection 事件在三次握手全部完成之后才触发。关闭需要三个还是四个报文段，取决于服务器程序响应的快慢；主动关闭方（客户端）最后停留在 TIME-WAIT。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'end', on: 'server:connection', after: 60 },
  ],
}
