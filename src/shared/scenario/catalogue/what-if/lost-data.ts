import type { ScenarioInput } from '../../schema'

export const lostData: ScenarioInput = {
  id: 'lost-data',
  title: { en: 'Data is lost', 'zh-CN': '数据丢失' },
  explanation: {
    en: 'The only data segment disappears. No acknowledgement comes, and after the retransmission timeout it is sent again.',
    'zh-CN': '唯一的数据报文段丢失。没有确认到来，重传计时器超时后重新发送。',
  },
  lookFor: {
    en: 'The copy carries the same sequence number: to the receiver it is the first. The wait is the RTO, computed from the round trip of the handshake.',
    'zh-CN': '重传的报文段序列号相同：对接收方来说它就是第一份。等待时间是根据握手往返时间算出的 RTO。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 100, on: 'server:connection', after: 40 },
    { side: 'client', do: 'end', on: 'server:data', after: 60 },
  ],
  network: { faults: [{ do: 'drop', from: 'client', flags: ['PSH'], nth: 1 }] },
}
