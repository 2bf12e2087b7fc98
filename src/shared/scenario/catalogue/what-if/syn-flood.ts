import type { ScenarioInput } from '../../schema'

export const synFlood: ScenarioInput = {
  id: 'syn-flood',
  title: { en: 'SYN flood against a small backlog', 'zh-CN': 'SYN 洪泛与有限的半连接队列' },
  explanation: {
    en: 'Five SYNs from forged addresses, which will never answer, meet a server that keeps three half-open connections at most and has no SYN cookies. Then an honest client comes.',
    'zh-CN':
      '五个来自伪造地址、永不应答的 SYN，遇上半连接队列只容得下三个连接、又没有启用 SYN cookie 的服务器。随后来了一个正常的客户端。',
  },
  lookFor: {
    en: 'The honest SYN is dropped, and sent again, until the server gives up on the forged ones. Each of those is a connection of its own in the list, and in none of them does a program hear anything. Linux would answer with SYN cookies and let the honest client in (RFC 4987).',
    'zh-CN':
      '在服务器放弃那些伪造的连接之前，正常的 SYN 一再被丢弃，又一再重传。每个伪造的连接在列表中各占一项，而其中没有任何程序得知任何事。Linux 会用 SYN cookie 应答，让正常的客户端连进来（RFC 4987）。',
  },
  steps: [
    { side: 'client', do: 'connect', after: 200 },
    { side: 'client', do: 'end', on: 'server:connection', after: 60 },
  ],
  network: {
    backlog: 3,
    parameters: { synAckRetries: 2 },
    happenings: [{ at: 50, do: 'flood', count: 5 }],
  },
}
