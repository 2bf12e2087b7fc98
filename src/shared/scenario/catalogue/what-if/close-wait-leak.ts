import type { ScenarioInput } from '../../schema'

export const closeWaitLeak: ScenarioInput = {
  id: 'close-wait-leak',
  title: { en: 'A server that never closes', 'zh-CN': '从不关闭的服务器' },
  explanation: {
    en: 'The client closes; the server’s program hears ‘end’ and does nothing. Its TCP cannot close by itself: only the program can say that it has nothing more to send.',
    'zh-CN':
      '客户端关闭了连接；服务器程序得到 end 事件，却什么也不做。它的 TCP 无法自行关闭：只有程序才能说明自己不再发送数据。',
  },
  lookFor: {
    en: 'The server stays in CLOSE-WAIT for ever, and holds a descriptor. The client’s FIN-WAIT-2 ends after a minute, but only because Linux lets nobody wait longer for a socket that its program has let go.',
    'zh-CN':
      '服务器永远停在 CLOSE-WAIT，一直占用一个描述符。客户端的 FIN-WAIT-2 一分钟后结束，但这只是因为程序已放弃这个套接字，Linux 不再让它继续等待。',
  },
  profile: 'linux',
  server: { allowHalfOpen: true },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'destroy', on: 'server:connection', after: 60 },
  ],
  network: { isn: { client: [100], server: [300] } },
}
