import type { ScenarioInput } from '../../schema'

export const clientKeepsSending: ScenarioInput = {
  id: 'client-keeps-sending',
  title: { en: 'Half-close from the server’s side', 'zh-CN': '服务器一侧的半关闭' },
  explanation: {
    en: 'The server ends with its greeting; the client, with allowHalfOpen on, sends for a while and then ends too.',
    'zh-CN': '服务器发完问候语就结束；客户端开启了 allowHalfOpen，继续发送一阵后才结束。',
  },
  lookFor: {
    en: 'The server acknowledges and reads although it has sent its FIN: it is in FIN-WAIT-2, which still receives.',
    'zh-CN': '服务器虽已发出 FIN，仍会确认并读取数据：它处于 FIN-WAIT-2，这个状态仍可接收。',
  },
  client: { allowHalfOpen: true },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'server', do: 'end', bytes: 100, on: 'server:connection', after: 40 },
    { side: 'client', do: 'write', bytes: 100, on: 'client:end', after: 20 },
    { side: 'client', do: 'write', bytes: 100, after: 60 },
    { side: 'client', do: 'end', after: 60 },
  ],
}
