import type { ScenarioInput } from '../../schema'

export const severalWrites: ScenarioInput = {
  id: 'several-writes',
  title: { en: 'Several writes in a row', 'zh-CN': '连续多次写入' },
  explanation: {
    en: 'The client writes three times in one tick, and the server’s program may get them in any grouping. TCP is a stream of bytes: it keeps no message borders.',
    'zh-CN': '客户端在同一轮事件循环中连续写入三次，服务器程序收到时可能任意分组。TCP 是字节流，不保留消息边界。',
  },
  lookFor: {
    en: 'Compare the sizes of the writes with those of the segments and of the server’s ‘data’ events: they need not agree.',
    'zh-CN': '比较每次写入、每个报文段和服务器每次 data 事件的大小：它们未必一致。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 100, on: 'server:connection', after: 50 },
    { side: 'client', do: 'write', bytes: 200 },
    { side: 'client', do: 'write', bytes: 300 },
    { side: 'client', do: 'end', on: 'server:data', until: 600, after: 80 },
  ],
}
