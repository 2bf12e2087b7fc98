import type { ScenarioInput } from '../../schema'

export const halfOpenDiscovery: ScenarioInput = {
  id: 'half-open-discovery',
  title: { en: 'One side forgets and connects anew', 'zh-CN': '一端丢失连接状态后重新连接' },
  explanation: {
    en: 'The client crashes and knows nothing of the connection that the server still holds. RFC 9293 Figure 9: its new SYN uncovers the half-open connection.',
    'zh-CN': '客户端崩溃后对连接一无所知，而服务器仍保留着它。RFC 9293 图 9：新的 SYN 使这个半打开的连接暴露出来。',
  },
  lookFor: {
    en: 'The server does not believe the SYN: it answers with the numbers of the old connection. Only the reset that follows ends it, and the repeated SYN gets through.',
    'zh-CN': '服务器并不轻信 SYN，而是以旧连接的序号作答。随后的 RST 才结束旧连接，重传的 SYN 于是成功。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'connect', on: 'server:connection', after: 200 },
  ],
  network: {
    isn: { client: [99, 400], server: [299, 500] },
    happenings: [{ at: 150, do: 'crash', side: 'client' }],
  },
}
