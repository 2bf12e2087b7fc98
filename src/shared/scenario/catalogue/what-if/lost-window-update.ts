import type { ScenarioInput } from '../../schema'

export const lostWindowUpdate: ScenarioInput = {
  id: 'lost-window-update',
  title: { en: 'The window update is lost: why probes exist', 'zh-CN': '窗口更新丢失：零窗口探测存在的原因' },
  explanation: {
    en: 'The window has opened again, but the message that says so is lost. Without probes both sides would now wait for ever.',
    'zh-CN': '窗口已不再为 0，但通知丢失了。如果没有探测，双方将永远等待下去。',
  },
  lookFor: {
    en: 'Nothing acknowledges a pure ACK, so nobody sends it again. The next probe finds the window open.',
    'zh-CN': '纯 ACK 不会被确认，因此也不会有人重传。下一个探测报文发现窗口已不再为 0。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'server', do: 'pause', on: 'server:connection' },
    { side: 'client', do: 'write', bytes: 10000, on: 'client:connect', after: 60 },
    { side: 'server', do: 'resume', after: 2000 },
    { side: 'client', do: 'end', on: 'server:data', until: 10000, after: 60 },
  ],
  network: {
    parameters: { receiveBuffer: 4380 },
    faults: [{ do: 'drop', from: 'server', flags: ['ACK'], nth: 4 }],
  },
}
