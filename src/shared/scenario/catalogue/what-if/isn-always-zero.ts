import type { ScenarioInput } from '../../schema'

export const isnAlwaysZero: ScenarioInput = {
  id: 'isn-always-zero',
  title: { en: 'Every connection counts from 0', 'zh-CN': '每个连接都从 0 开始编号' },
  explanation: {
    en: 'Counterfactual: the initial sequence number is always 0. The first connection ends with a reset, so nobody waits in TIME-WAIT; the next one uses the same ports while a segment of the first is still on its way.',
    'zh-CN':
      '反事实：初始序列号总是 0。第一个连接以复位结束，所以没有任何一方处于 TIME-WAIT；下一个连接使用相同端口时，第一个连接的一个报文段还在路上。',
  },
  lookFor: {
    en: 'The stray’s numbers fit the new connection exactly, so the server’s program reads 100 bytes of the old one, and the real ones are thrown away as duplicates. A number that nobody can guess keeps both old segments and forged ones out of the window.',
    'zh-CN':
      '迟到的报文段的序列号恰好与新连接吻合，于是服务器程序读到旧连接的 100 字节，真正的数据反被当作重复数据丢弃。无法预测的初始序列号使旧报文段和伪造的报文段都落在窗口之外。',
  },
  counterfactual: ['isn-always-zero'],
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 100, on: 'server:connection', after: 40 },
    { side: 'client', do: 'resetAndDestroy', on: 'server:data', after: 40 },
    { side: 'client', do: 'connect', on: 'client:close', after: 60 },
    { side: 'client', do: 'write', bytes: 100, on: 'server:connection', after: 200 },
  ],
  network: {
    happenings: [{ at: 400, do: 'inject', from: 'client', flags: ['PSH', 'ACK'], seq: 1, ack: 1, len: 100 }],
  },
}
