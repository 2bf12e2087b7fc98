import type { ScenarioInput } from '../../schema'

export const destroyUnread: ScenarioInput = {
  id: 'destroy-unread',
  title: { en: 'destroy() with unread data', 'zh-CN': '有未读数据时 destroy()' },
  explanation: {
    en: 'The client is paused while the server sends 150,000 bytes. Node reads ahead a little even so; the rest waits in the client’s kernel when destroy() is called. Bytes that TCP has acknowledged will never be read: the server must not believe that all went well.',
    'zh-CN':
      '客户端暂停读取，而服务器发送了 150,000 字节。Node 仍会预读一小部分，其余的在客户端内核中等待，此时调用 destroy()。TCP 已确认的字节永远不会被读取，不能让服务器以为一切正常。',
  },
  lookFor: {
    en: 'The same call as in an orderly close, but a reset goes out instead of a FIN, and the server sees ECONNRESET.',
    'zh-CN': '与正常关闭是同一个调用，发出的却是 RST 而不是 FIN，服务器得到 ECONNRESET。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'pause', on: 'client:connect' },
    { side: 'server', do: 'write', bytes: 150000, on: 'server:connection', after: 30 },
    { side: 'client', do: 'destroy', after: 50 },
  ],
}
