import type { ScenarioInput } from '../../schema'

export const reorderedData: ScenarioInput = {
  id: 'reordered-data',
  title: { en: 'Data arrives out of order', 'zh-CN': '数据乱序到达' },
  explanation: {
    en: 'The first of three segments takes a detour and arrives last.',
    'zh-CN': '三个报文段中的第一个绕了远路，最后才到。',
  },
  lookFor: {
    en: 'The receiver keeps what came early and repeats the number it is missing. Once the gap is filled, one ACK covers everything; the program never notices.',
    'zh-CN': '接收方保留先到的部分，并重复所缺的序号。缺口补上后，一个 ACK 确认全部；程序毫无察觉。',
  },
  client: { noDelay: true },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 3000, on: 'server:connection', after: 40 },
    { side: 'client', do: 'end', on: 'server:data', until: 3000, after: 60 },
  ],
  network: { faults: [{ do: 'reorder', from: 'client', flags: ['ACK'], nth: 2, by: 30 }] },
}
