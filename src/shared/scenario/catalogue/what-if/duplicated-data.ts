import type { ScenarioInput } from '../../schema'

export const duplicatedData: ScenarioInput = {
  id: 'duplicated-data',
  title: { en: 'Data arrives twice', 'zh-CN': '数据重复到达' },
  explanation: {
    en: 'The network delivers one segment two times.',
    'zh-CN': '网络把同一个报文段投递了两次。',
  },
  lookFor: {
    en: 'The second copy lies before the window. It is not given to the program again, but acknowledged at once: whoever sends twice may have missed an acknowledgement. Here none had been sent yet; the first copy’s was still delayed.',
    'zh-CN':
      '第二份落在窗口之前。它不会再次交给程序，但会立即得到确认：重复发送的一方可能没有收到确认。不过这里在此之前还没有发出过确认，第一份的确认仍在延迟之中。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 100, on: 'server:connection', after: 40 },
    { side: 'client', do: 'end', on: 'server:data', after: 300 },
  ],
  network: { faults: [{ do: 'duplicate', from: 'client', flags: ['PSH'], nth: 1, by: 60 }] },
}
