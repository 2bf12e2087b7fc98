import type { ScenarioInput } from '../../schema'

export const largeWrite: ScenarioInput = {
  id: 'large-write',
  title: { en: '200,000 bytes in one write', 'zh-CN': '一次写入 200,000 字节' },
  explanation: {
    en: 'One write() of 200,000 bytes. It does not fit the receiver’s window, so TCP sends what fits and goes on as the server’s program reads.',
    'zh-CN':
      '一次 write() 写入 200,000 字节。接收窗口容不下这么多，TCP 先发送放得下的部分，随着服务器程序读取再继续发送。',
  },
  lookFor: {
    en: 'The window shrinks as bytes arrive unread and opens again when the program reads. On loopback the segments are far larger than Ethernet’s 1,460 bytes.',
    'zh-CN': '字节到达而未被读取时窗口缩小，程序读取后又变大。回环接口上的报文段远大于以太网的 1,460 字节。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 200000, on: 'server:connection', after: 60 },
    { side: 'client', do: 'end', on: 'server:data', until: 200000, after: 150 },
  ],
}
