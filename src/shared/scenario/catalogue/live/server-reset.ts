import type { ScenarioInput } from '../../schema'

export const serverReset: ScenarioInput = {
  id: 'server-reset',
  title: { en: 'The server resets the connection', 'zh-CN': '服务器复位连接' },
  explanation: {
    en: 'The same abort from the server: either side may send a reset at any time.',
    'zh-CN': '这次由服务器同样地中止连接：任何一方随时都可以发送复位报文段。',
  },
  lookFor: {
    en: 'Both ends go to CLOSED at once; a reset is never acknowledged.',
    'zh-CN': '两端立即进入 CLOSED；复位报文段从不被确认。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'server', do: 'resetAndDestroy', on: 'server:connection', after: 60 },
  ],
}
