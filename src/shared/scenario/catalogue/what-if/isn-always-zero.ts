import type { ScenarioInput } from '../../schema'

export const isnAlwaysZero: ScenarioInput = {
  id: 'isn-always-zero',
  title: { en: 'Every connection counts from 0', 'zh-CN': '每个连接都从 0 开始编号' },
  explanation: {
    en: 'Counterfactual: the initial sequence number is always 0. The first connection ends with a reset, so nobody waits in TIME-WAIT; the next one uses the same ports while a segment of the first is still on its way.',
    'zh-CN':
      '假设（并非真实 TCP）：初始序号总是 0。第一个连接以复位结束，所以没有任何一方处于 TIME-WAIT；下一个连接使用相同端口时，第一个连接的一个报文段还在路上。',
  },
  lookFor: {
    en: 'The stray’s numbers fit the new connection exactly, so the server’s program reads 100 bytes of the old one, and the real ones are thrown away as duplicates. Two things keep old segments off: the clock that moves the initial number on (§3.4.1), and TIME-WAIT. That nobody can guess the number keeps forgers off.',
    'zh-CN':
      '迟到的报文段的序号恰好与新连接吻合，于是服务器程序读到旧连接的 100 字节，真正的数据反被当作重复数据丢弃。防止旧报文段的有两样：使初始序号不断前移的时钟（§3.4.1），以及 TIME-WAIT。初始序号无法预测，防的则是伪造者。',
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
