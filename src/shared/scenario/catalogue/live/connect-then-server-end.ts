import type { ScenarioInput } from '../../schema'

export const connectThenServerEnd: ScenarioInput = {
  id: 'connect-then-server-end',
  title: { en: 'Connect, then the server closes', 'zh-CN': '建立连接，服务器关闭' },
  explanation: {
    en: 'The same close from the other side: nothing in TCP makes the client the one that closes first.',
    'zh-CN': '由服务器发起的同样的关闭：TCP 从未规定必须由客户端先关闭。',
  },
  lookFor: {
    en: 'TIME-WAIT belongs to whoever closed first: here it is the server.',
    'zh-CN': 'TIME-WAIT 属于先关闭的一方：这里是服务器。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'server', do: 'end', on: 'server:connection', after: 60 },
  ],
}
