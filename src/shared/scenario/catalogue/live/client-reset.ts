import type { ScenarioInput } from '../../schema'

export const clientReset: ScenarioInput = {
  id: 'client-reset',
  title: { en: 'The client resets the connection', 'zh-CN': '客户端复位连接' },
  explanation: {
    en: 'resetAndDestroy() aborts: one segment with RST, and the connection is gone on both sides.',
    'zh-CN': 'resetAndDestroy() 中止连接：一个带 RST 的报文段，两侧的连接随即消失。',
  },
  lookFor: {
    en: 'No FIN, no answer, no TIME-WAIT. The server’s program is told by the error ECONNRESET.',
    'zh-CN': '没有 FIN，没有应答，也没有 TIME-WAIT。服务器程序通过 ECONNRESET 错误得知。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'resetAndDestroy', on: 'server:connection', after: 60 },
  ],
}
