import type { ScenarioInput } from '../../schema'

export const bothWrite: ScenarioInput = {
  id: 'both-write',
  title: { en: 'Both sides write at once', 'zh-CN': '双方同时写入' },
  explanation: {
    en: 'Client and server write in the same tick. The two directions are independent of each other: two streams, two sets of numbers.',
    'zh-CN': '客户端和服务器在同一轮事件循环中写入。两个方向彼此独立：两条字节流，两套序号。',
  },
  lookFor: {
    en: 'Neither write waits for the other. Every segment carries both numbers: where its own bytes begin, and what it has received.',
    'zh-CN': '双方的写入都不必等待对端。每个报文段都带着两个序号：自己的字节从哪里开始，以及已经收到哪里。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 100, on: 'server:connection', after: 40 },
    { side: 'server', do: 'write', bytes: 200 },
    { side: 'client', do: 'end', on: 'client:data', after: 100 },
  ],
}
