import type { ScenarioInput } from '../../schema'

export const writeBeforeConnect: ScenarioInput = {
  id: 'write-before-connect',
  title: { en: 'Writing before ‘connect’', 'zh-CN': '在 connect 事件之前写入' },
  explanation: {
    en: 'The client writes in the same tick as connect(). Node keeps the bytes until the connection stands; nothing travels with the SYN.',
    'zh-CN':
      '客户端在调用 connect() 的同一轮事件循环中就写入数据。Node 先保留这些字节，直到连接建立；SYN 不携带任何数据。',
  },
  lookFor: {
    en: 'Between the write() call and the first data segment lies the whole handshake.',
    'zh-CN': '从 write() 调用到第一个数据报文段之间，隔着整个三次握手。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 50 },
    { side: 'server', do: 'write', bytes: 20, on: 'server:data' },
    { side: 'client', do: 'end', on: 'client:data', after: 60 },
  ],
}
