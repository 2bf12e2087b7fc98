import type { ScenarioInput } from '../../schema'

export const normalClose: ScenarioInput = {
  id: 'normal-close',
  title: { en: 'Four-segment close', 'zh-CN': '四次挥手' },
  explanation: {
    en: 'The client closes first, the server a little later. RFC 9293 Figure 12: each direction is closed on its own.',
    'zh-CN': '客户端先关闭，服务器稍后关闭。RFC 9293 图 12：两个方向各自关闭。',
  },
  lookFor: {
    en: 'The client passes FIN-WAIT-1, FIN-WAIT-2 and TIME-WAIT, the server CLOSE-WAIT and LAST-ACK. Only the side that closed first waits.',
    'zh-CN':
      '主动关闭方经过 FIN-WAIT-1、FIN-WAIT-2 和 TIME-WAIT，被动关闭方经过 CLOSE-WAIT 和 LAST-ACK。只有先关闭的一方需要等待。',
  },
  server: { allowHalfOpen: true },
  client: { allowHalfOpen: true },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'end', on: 'server:connection', after: 40 },
    { side: 'server', do: 'end', on: 'server:end', after: 60 },
  ],
  network: { isn: { client: [99], server: [299] } },
}
