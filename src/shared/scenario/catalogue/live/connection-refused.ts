import type { ScenarioInput } from '../../schema'

export const connectionRefused: ScenarioInput = {
  id: 'connection-refused',
  title: { en: 'Nobody listens: connection refused', 'zh-CN': '无人监听：连接被拒绝' },
  explanation: {
    en: 'The client connects to a port where no socket listens. There is no connection to belong to, so the server’s TCP answers the SYN with a reset.',
    'zh-CN': '客户端连接一个没有任何套接字监听的端口。由于不存在对应的连接，服务器端的 TCP 以复位报文段回应 SYN。',
  },
  lookFor: {
    en: 'The reset’s own sequence number is 0 in absolute numbers: it has no connection to take one from. It acknowledges the SYN, so that the client can tell that it is meant.',
    'zh-CN': '复位报文段自身的绝对序号为 0，因为没有可供取号的连接。它确认了那个 SYN，客户端由此知道被拒绝的正是自己。',
  },
  server: { listening: false },
  steps: [{ side: 'client', do: 'connect' }],
}
