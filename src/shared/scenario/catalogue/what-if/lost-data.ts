import type { ScenarioInput } from '../../schema'

export const lostData: ScenarioInput = {
  id: 'lost-data',
  title: { en: 'Data is lost', 'zh-CN': '数据丢失' },
  explanation: {
    en: 'The only data segment disappears. No acknowledgement comes, and after the retransmission timeout it is sent again.',
    'zh-CN': '唯一的数据报文段丢失。没有确认到来，重传计时器超时后重新发送。',
  },
  lookFor: {
    en: 'The copy carries the same sequence number: to the receiver it is the first. The wait is exactly 1000 ms: the round trip of 40 ms asks for far less, but RFC 6298 §2.4 rounds every RTO up to one second. Linux goes down to 200 ms.',
    'zh-CN':
      '重传的报文段序号相同：对接收方来说它就是第一份。等待时间恰为 1000 毫秒：40 毫秒的往返时间本来只需要短得多的等待，但 RFC 6298 §2.4 规定 RTO 不足一秒时取一秒。Linux 的下限是 200 毫秒。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 100, on: 'server:connection', after: 40 },
    { side: 'client', do: 'end', on: 'server:data', after: 60 },
  ],
  network: { faults: [{ do: 'drop', from: 'client', flags: ['PSH'], nth: 1 }] },
}
