import type { ScenarioInput } from '../../schema'

export const halfCloseServerContinues: ScenarioInput = {
  id: 'half-close-server-continues',
  title: { en: 'Half-close: the server goes on sending', 'zh-CN': '半关闭：服务器继续发送' },
  explanation: {
    en: 'The client says that it has nothing more to send, and the server answers for a long time after. FIN closes one direction only.',
    'zh-CN': '客户端表示不再发送，而服务器此后还继续回复。FIN 只关闭一个方向。',
  },
  lookFor: {
    en: 'Data flows from the server long after the client’s FIN; the client acknowledges it, but its own sequence number never moves again.',
    'zh-CN': '客户端发出 FIN 之后很久，服务器的数据仍在流动；客户端照常确认，但它自己的序号不再前进。',
  },
  server: { allowHalfOpen: true },
  client: { allowHalfOpen: true },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', text: 'req', on: 'server:connection', after: 50 },
    { side: 'client', do: 'end', on: 'server:data', after: 20 },
    { side: 'server', do: 'write', bytes: 500, on: 'server:end', after: 60 },
    { side: 'server', do: 'write', bytes: 500, after: 60 },
    { side: 'server', do: 'end', after: 60 },
  ],
}
