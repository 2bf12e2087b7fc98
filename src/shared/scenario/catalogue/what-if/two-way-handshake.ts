import type { ScenarioInput } from '../../schema'

export const twoWayHandshake: ScenarioInput = {
  id: 'two-way-handshake',
  title: { en: 'Only two steps, and a stale SYN', 'zh-CN': '只握手两次，再加一个旧 SYN' },
  explanation: {
    en: 'Counterfactual: the server takes a connection for open once it has answered the SYN. A SYN of an old connection is enough to fool it.',
    'zh-CN': '反事实：服务器一回应 SYN 就认为连接已建立。一个旧连接的 SYN 就足以骗过它。',
  },
  lookFor: {
    en: 'The server’s program is told of a connection that nobody asked for, and sends data into it. With three steps it would never have heard of it.',
    'zh-CN': '服务器的程序被告知一个没有人请求过的连接，并向其中发送数据。如果是三次握手，它根本不会知道。',
  },
  counterfactual: ['two-way-handshake'],
  steps: [{ side: 'server', do: 'write', bytes: 500, on: 'server:connection' }],
  network: {
    isn: { server: [300] },
    happenings: [{ at: 20, do: 'inject', from: 'client', flags: ['SYN'], seq: 77 }],
  },
}
