import type { ScenarioInput } from '../../schema'

export const oldDuplicateSyn: ScenarioInput = {
  id: 'old-duplicate-syn',
  title: { en: 'An old SYN arrives first', 'zh-CN': '旧的重复 SYN 先到' },
  explanation: {
    en: 'A SYN of an earlier connection (90) overtakes the real one (100). RFC 9293 Figure 8: this is the principal reason for the third step.',
    'zh-CN': '较早连接的 SYN（90）抢在真正的 SYN（100）之前到达。RFC 9293 图 8：这正是需要第三次握手的主要原因。',
  },
  lookFor: {
    en: 'Choose absolute numbers. The client sees an acknowledgement of 91, nine below its own 100, which it never sent, and answers with a reset. The server falls back to LISTEN before any program hears of it, and draws a new number, 400, for the true SYN.',
    'zh-CN':
      '请选择绝对值。客户端看到对 91 的确认，比自己的 100 小 9，而自己从未发送过，于是以 RST 回应。服务器退回 LISTEN，任何程序都不知道发生过这件事；对真正的 SYN，它另选了一个初始序号 400。',
  },
  steps: [{ side: 'client', do: 'connect' }],
  network: {
    isn: { client: [100], server: [300, 400] },
    faults: [{ do: 'delay', from: 'client', flags: ['SYN'], nth: 1, by: 100 }],
    happenings: [{ at: 10, do: 'inject', from: 'client', flags: ['SYN'], seq: -10 }],
  },
}
