import type { ScenarioInput } from '../../schema'

export const nagleOff: ScenarioInput = {
  id: 'nagle-off',
  title: { en: 'The same with setNoDelay', 'zh-CN': '同样的写入，但启用 setNoDelay' },
  explanation: {
    en: 'The same two small writes on a socket with setNoDelay(true): Nagle’s rule is off.',
    'zh-CN': '同样的两次小写入，但套接字调用了 setNoDelay(true)：Nagle 算法关闭。',
  },
  lookFor: {
    en: 'Both segments leave at once, and the answer carries the acknowledgement. More segments, no waiting.',
    'zh-CN': '两个报文段立即发出，回答捎带了确认。报文段多了，等待没了。',
  },
  client: { noDelay: true },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 100, on: 'server:connection', after: 40 },
    { side: 'client', do: 'write', bytes: 100 },
    { side: 'server', do: 'write', bytes: 50, on: 'server:data', until: 200 },
    { side: 'client', do: 'end', on: 'client:data', after: 60 },
  ],
  network: {},
}
