import type { ScenarioInput } from '../../schema'

export const lostSyn: ScenarioInput = {
  id: 'lost-syn',
  title: { en: 'The SYN is lost', 'zh-CN': 'SYN 丢失' },
  explanation: {
    en: 'The first segment never arrives. Nobody tells the client: only its timer does.',
    'zh-CN': '第一个报文段没有到达。没有人告诉客户端，只有它自己的计时器知道。',
  },
  lookFor: {
    en: 'The client waits one second and sends the same SYN again, with the same number. To the program the connection just took longer.',
    'zh-CN': '客户端等待一秒后重传同一个 SYN，序号不变。在程序看来，只是连接慢了一些。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'end', on: 'server:connection', after: 60 },
  ],
  network: { faults: [{ do: 'drop', from: 'client', flags: ['SYN'], nth: 1 }] },
}
