import type { ScenarioInput } from '../../schema'

export const basicHandshake: ScenarioInput = {
  id: 'basic-handshake',
  title: { en: 'Three-way handshake, with the RFC’s numbers', 'zh-CN': '三次握手（采用 RFC 中的数字）' },
  explanation: {
    en: 'The handshake of RFC 9293’s Figure 6: the client starts at 100, the server at 300, and each acknowledges the other’s number plus one.',
    'zh-CN': 'RFC 9293 图 6 的握手：客户端从 100 开始，服务器从 300 开始，双方各自确认对端的序号加一。',
  },
  lookFor: {
    en: 'Switch to absolute numbers: SYN 100, SYN,ACK 300/101, ACK 101/301. The third segment takes no number, so the data after it starts at 101 too.',
    'zh-CN':
      '切换到绝对序号：SYN 100，SYN,ACK 300/101，ACK 101/301。第三个报文段不占序号，因此随后的数据也从 101 开始。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 10, on: 'server:connection', after: 40 },
  ],
  network: { isn: { client: [100], server: [300] } },
}
