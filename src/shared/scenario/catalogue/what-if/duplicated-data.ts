import type { ScenarioInput } from '../../schema'

export const duplicatedData: ScenarioInput = {
  id: 'duplicated-data',
  title: { en: 'Data arrives twice', 'zh-CN': '数据重复到达' },
  explanation: {
    en: 'The network delivers one segment two times.',
    'zh-CN': '网络把同一个报文段投递了两次。',
  },
  lookFor: {
    en: 'The second copy lies before the window. It is not given to the program again, but acknowledged, in case the first ACK was lost.',
    'zh-CN': '第二份落在窗口之前。它不会再次交给程序，但会被确认，以防第一个 ACK 丢失。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 100, on: 'server:connection', after: 40 },
    { side: 'client', do: 'end', on: 'server:data', after: 300 },
  ],
  network: { faults: [{ do: 'duplicate', from: 'client', flags: ['PSH'], nth: 1, by: 60 }] },
}
