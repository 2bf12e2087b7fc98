import type { ScenarioInput } from '../../schema'

export const synCookies: ScenarioInput = {
  id: 'syn-cookies',
  title: { en: 'The same flood against SYN cookies', 'zh-CN': '同样的洪泛，服务器启用 SYN cookie' },
  explanation: {
    en: 'The same five forged SYNs and the same small backlog, but the server answers what does not fit with SYN cookies, as Linux does by default: it keeps nothing, and recovers what it needs from the number that the third step acknowledges.',
    'zh-CN':
      '同样是五个伪造的 SYN 和同样小的半连接队列，但放不下的 SYN 由服务器用 SYN cookie 应答，这也是 Linux 的默认做法：它什么也不保存，所需的信息从第三次握手所确认的序号中恢复。',
  },
  lookFor: {
    en: 'The honest client is connected after one round trip, while three forged handshakes still fill the backlog. The two forged SYNs that did not fit are answered once, and never again.',
    'zh-CN':
      '三个伪造的握手仍占满半连接队列，而正常的客户端只用一个往返时间就建立了连接。放不下的两个伪造 SYN 只被应答一次，不会再有重传。',
  },
  steps: [
    { side: 'client', do: 'connect', after: 200 },
    { side: 'client', do: 'end', on: 'server:connection', after: 60 },
  ],
  network: {
    backlog: 3,
    synCookies: true,
    parameters: { synAckRetries: 2 },
    happenings: [{ at: 50, do: 'flood', count: 5 }],
  },
}
