import type { ScenarioInput } from '../../schema'

export const simultaneousOpen: ScenarioInput = {
  id: 'simultaneous-open',
  title: { en: 'Simultaneous open', 'zh-CN': '同时打开' },
  explanation: {
    en: 'Both sides connect at the same moment and nobody listens. RFC 9293 Figure 7: the SYNs cross, and one connection comes of it, not two.',
    'zh-CN': '双方同时发起连接，没有任何一方在监听。RFC 9293 图 7：两个 SYN 交错，结果只建立一个连接，而不是两个。',
  },
  lookFor: {
    en: 'Both sides pass through SYN-SENT and SYN-RECEIVED. Four segments instead of three, and no side is ‘the server’.',
    'zh-CN': '两端都经过 SYN-SENT 和 SYN-RECEIVED。共四个报文段而不是三个，也没有哪一方是“服务器”。',
  },
  server: { listening: false },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'server', do: 'connect' },
  ],
  network: { isn: { client: [100], server: [300] } },
}
