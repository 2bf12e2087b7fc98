import type { ScenarioInput } from '../../schema'

export const fourSegmentClose: ScenarioInput = {
  id: 'four-segment-close',
  title: { en: 'The four-segment close', 'zh-CN': '四次挥手' },
  explanation: {
    en: 'Both sockets have allowHalfOpen on, and the server’s program takes 80 ms before it ends its own side. The ACK of the client’s FIN cannot wait that long.',
    'zh-CN': '两个套接字都允许半关闭，服务器程序过了 80 毫秒才结束本端。对客户端 FIN 的确认等不了这么久。',
  },
  lookFor: {
    en: 'Four segments, as in the textbook. Between the second and the third the connection is half closed: the client in FIN-WAIT-2, the server in CLOSE-WAIT.',
    'zh-CN': '如教科书所述的四个报文段。第二个与第三个之间连接处于半关闭：客户端在 FIN-WAIT-2，服务器在 CLOSE-WAIT。',
  },
  server: { allowHalfOpen: true },
  client: { allowHalfOpen: true },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'end', on: 'server:connection', after: 60 },
    { side: 'server', do: 'end', on: 'server:end', after: 80 },
  ],
}
