import type { ScenarioInput } from '../../schema'

export const clientDestroy: ScenarioInput = {
  id: 'client-destroy',
  title: { en: 'destroy() with nothing unread', 'zh-CN': '没有未读数据时 destroy()' },
  explanation: {
    en: 'destroy() closes the socket at once. As nothing was left unread, TCP closes in order all the same.',
    'zh-CN': 'destroy() 立即关闭套接字。由于没有未读数据，TCP 仍然按正常顺序关闭。',
  },
  lookFor: {
    en: 'A FIN, not a reset: destroy() alone does not break a connection off.',
    'zh-CN': '发出的是 FIN 而不是 RST：destroy() 本身并不会中止连接。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'destroy', on: 'server:connection', after: 60 },
  ],
}
