import type { ScenarioInput } from '../../schema'

export const lostSynAck: ScenarioInput = {
  id: 'lost-syn-ack',
  title: { en: 'The SYN,ACK is lost', 'zh-CN': 'SYN,ACK 丢失' },
  explanation: {
    en: 'The server has answered, but its answer is lost. Neither side can tell which of the two segments went missing.',
    'zh-CN': '服务器已经回应，但回应丢失了。双方都无法判断丢的是哪一个报文段。',
  },
  lookFor: {
    en: 'Both timers run: the client repeats its SYN, the server its SYN,ACK. The server answers the repeated SYN with the number it expects.',
    'zh-CN': '两端的计时器都在运行：客户端重传 SYN，服务器重传 SYN,ACK。对重复的 SYN，服务器以自己期望的序号作答。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'end', on: 'server:connection', after: 60 },
  ],
  network: { faults: [{ do: 'drop', from: 'server', flags: ['SYN', 'ACK'], nth: 1 }] },
}
