import type { ScenarioInput } from '../../schema'

export const simultaneousClose: ScenarioInput = {
  id: 'simultaneous-close',
  title: { en: 'Simultaneous close', 'zh-CN': '同时关闭' },
  explanation: {
    en: 'Both sides close at the same moment, so that the FINs cross. RFC 9293 Figure 13.',
    'zh-CN': '双方同时关闭，两个 FIN 在途中交错。RFC 9293 图 13。',
  },
  lookFor: {
    en: 'Both sides pass through CLOSING, and both wait in TIME-WAIT: each of them closed first, as far as it knows.',
    'zh-CN': '两端都经过 CLOSING，并且都在 TIME-WAIT 中等待：在各自看来，都是自己先关闭的。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'end', on: 'server:connection', after: 40 },
    { side: 'server', do: 'end' },
  ],
  network: { isn: { client: [99], server: [299] } },
}
