import type { ScenarioInput } from '../../schema'

export const nagleDelayedAck: ScenarioInput = {
  id: 'nagle-delayed-ack',
  title: { en: 'Nagle meets delayed ACK', 'zh-CN': 'Nagle 算法遇上延迟确认' },
  explanation: {
    en: 'Two small writes, one answer. The second write waits for an ACK of the first (Nagle), and the ACK waits for data to ride on (delayed ACK).',
    'zh-CN':
      '两次小写入，一次回答。第二次写入等待第一次的 ACK（Nagle 算法），而 ACK 在等可以捎带它的数据（延迟确认）。',
  },
  lookFor: {
    en: 'A fifth of a second in which both sides wait for each other, and nothing is wrong with either. Compare with Nagle switched off.',
    'zh-CN': '有五分之一秒双方互相等待，而两边都没有出错。请与关闭 Nagle 算法的情形比较。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 100, on: 'server:connection', after: 40 },
    { side: 'client', do: 'write', bytes: 100 },
    { side: 'server', do: 'write', bytes: 50, on: 'server:data', until: 200 },
    { side: 'client', do: 'end', on: 'client:data', after: 60 },
  ],
  network: {},
}
