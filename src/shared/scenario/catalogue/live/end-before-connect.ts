import type { ScenarioInput } from '../../schema'

export const endBeforeConnect: ScenarioInput = {
  id: 'end-before-connect',
  title: { en: 'end() before ‘connect’', 'zh-CN': '在 connect 事件之前调用 end()' },
  explanation: {
    en: 'The client calls end() before it is connected. TCP must still open the connection before it can close it.',
    'zh-CN': '客户端在连接建立之前就调用 end()。TCP 仍须先建立连接，然后才能关闭它。',
  },
  lookFor: {
    en: 'A complete handshake, then the FIN at once: a connection that never carried a byte.',
    'zh-CN': '先是完整的握手，紧接着就是 FIN：一个从未传过一个字节的连接。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'end' },
  ],
}
