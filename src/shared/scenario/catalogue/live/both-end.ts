import type { ScenarioInput } from '../../schema'

export const bothEnd: ScenarioInput = {
  id: 'both-end',
  title: { en: 'Both sides end in the same tick', 'zh-CN': '双方在同一轮事件循环中结束' },
  explanation: {
    en: 'The server and the client call end() one right after the other. It looks like a simultaneous close, and is not one.',
    'zh-CN': '服务器和客户端紧接着先后调用 end()。看上去像同时关闭，其实不是。',
  },
  lookFor: {
    en: 'The FINs do not cross: on loopback the first one has arrived before the second call is made. For CLOSING, see the simulated simultaneous close.',
    'zh-CN':
      '两个 FIN 并没有交错：在回环接口上，第一个 FIN 在第二次调用之前就已到达。要看 CLOSING 状态，请看模拟的同时关闭。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'server', do: 'end', on: 'server:connection', after: 60 },
    { side: 'client', do: 'end' },
  ],
}
