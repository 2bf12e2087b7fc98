import type { ScenarioInput } from '../../schema'

export const twoPassiveSockets: ScenarioInput = {
  id: 'two-passive-sockets',
  title: { en: 'Two listeners and an old SYN', 'zh-CN': '两个监听方与一个旧 SYN' },
  explanation: {
    en: 'Both sides only listen when an old SYN reaches one of them. RFC 9293 Figure 11: nothing may come of it. Afterwards the client connects for real.',
    'zh-CN':
      '双方都只在监听，此时一个旧 SYN 到达其中一方。RFC 9293 图 11：它不应造成任何后果。随后客户端真正发起连接。',
  },
  lookFor: {
    en: 'The SYN,ACK reaches a listener that never asked; its reset sends the other back to LISTEN.',
    'zh-CN': 'SYN,ACK 到达一个从未请求过连接的监听方，它的 RST 使对端退回 LISTEN。',
  },
  steps: [{ side: 'client', do: 'connect', after: 300 }],
  network: {
    isn: { client: [100], server: [300, 400] },
    happenings: [
      { at: 0, do: 'listen', side: 'client' },
      { at: 20, do: 'inject', from: 'client', flags: ['SYN'], seq: 77 },
    ],
  },
}
