import type { ScenarioInput } from '../../schema'

export const noTimeWait: ScenarioInput = {
  id: 'no-time-wait',
  title: { en: 'No TIME-WAIT, and a segment that comes late', 'zh-CN': '没有 TIME-WAIT，再加一个迟到的报文段' },
  explanation: {
    en: 'Counterfactual: the closer forgets at once, and every connection counts from 0. A second connection uses the same ports while a segment of the first is still on its way.',
    'zh-CN':
      '假设（并非真实 TCP）：主动关闭方立即忘记连接，而且每个连接都从 0 开始编号。第二个连接使用相同端口时，第一个连接的报文段还在路上。',
  },
  lookFor: {
    en: 'In the second connection the server’s program reads 100 bytes that no one wrote there, and the real ones are then thrown away as duplicates.',
    'zh-CN': '在第二个连接中，服务器的程序读到了 100 字节没有人写过的数据，而真正的数据反被当作重复数据丢弃。',
  },
  counterfactual: ['no-time-wait', 'isn-always-zero'],
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 100, on: 'server:connection', after: 40 },
    { side: 'client', do: 'end', on: 'server:data', after: 60 },
    { side: 'client', do: 'connect', on: 'client:close', after: 60 },
    { side: 'client', do: 'write', bytes: 100, on: 'server:connection', after: 200 },
  ],
  network: {
    happenings: [{ at: 460, do: 'inject', from: 'client', flags: ['PSH', 'ACK'], seq: 1, ack: 1, len: 100 }],
  },
}
