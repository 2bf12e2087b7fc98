import type { ScenarioInput } from '../../schema'

export const fastRetransmit: ScenarioInput = {
  id: 'fast-retransmit',
  title: { en: 'Lost data, found without waiting', 'zh-CN': '丢失的数据，无需等待即被发现' },
  explanation: {
    en: 'One of many segments is lost while later ones arrive. Each of those draws a duplicate ACK, and three of them are proof enough.',
    'zh-CN': '多个报文段中丢了一个，而后面的都到了。每个后来者都引出一个重复确认，三个就足以证明丢失。',
  },
  lookFor: {
    en: 'The acknowledgement number stands still while segments keep arriving. The lost one is sent again long before its timer, and then the number jumps.',
    'zh-CN': '报文段不断到达，确认号却停住不动。丢失的那个远在计时器超时之前就被重传，随后确认号一跃而上。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 14600, on: 'server:connection', after: 40 },
    { side: 'client', do: 'end', on: 'server:data', until: 14600, after: 60 },
  ],
  network: { faults: [{ do: 'drop', from: 'client', flags: ['ACK'], nth: 5 }] },
}
