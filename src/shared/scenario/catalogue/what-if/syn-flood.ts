import type { ScenarioInput } from '../../schema'

export const synFlood: ScenarioInput = {
  id: 'syn-flood',
  title: { en: 'SYN flood against a small backlog', 'zh-CN': 'SYN 洪泛与有限的半连接队列' },
  explanation: {
    en: 'Five SYNs from addresses that will never answer meet a server that keeps three unfinished handshakes at most. Then an honest client comes.',
    'zh-CN': '五个来自永不应答地址的 SYN，遇上半连接队列只容得下三个连接的服务器。随后来了一个正常的客户端。',
  },
  lookFor: {
    en: 'The honest SYN is dropped, and sent again, until the server gives up on the false ones. Each of those is a connection of its own in the list.',
    'zh-CN': '在服务器放弃那些虚假连接之前，正常的 SYN 一再被丢弃，又一再重传。每个虚假连接在列表中各占一项。',
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
