import type { ScenarioInput } from '../../schema'

export const clientReset: ScenarioInput = {
  id: 'client-reset',
  title: { en: 'The client resets the connection', 'zh-CN': '客户端复位连接' },
  explanation: {
    en: 'resetAndDestroy() aborts: one segment with RST, and the connection is gone on both sides.',
    'zh-CN': 'resetAndDestroy() 中止连接：一个带 RST 的报文段，两侧的连接随即消失。',
  },
  lookFor: {
    en: 'No FIN and no answer. The server’s program is told by the error ECONNRESET. Neither side waits: Linux forgets the connection at once, as RFC 9293 §3.10.5 has it, while §3.5.2 advises the side that sends the reset to enter TIME-WAIT.',
    'zh-CN':
      '没有 FIN，也没有应答。服务器程序通过 ECONNRESET 错误得知。双方都不等待：Linux 按 RFC 9293 §3.10.5 立即删除连接，而 §3.5.2 建议发出 RST 的一方进入 TIME-WAIT。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'resetAndDestroy', on: 'server:connection', after: 60 },
  ],
}
