import type { ScenarioInput } from '../../schema'

export const slowReply: ScenarioInput = {
  id: 'slow-reply',
  title: { en: 'The delayed acknowledgement runs out', 'zh-CN': '延迟确认超时' },
  explanation: {
    en: 'In a dialogue TCP waits a moment before it acknowledges, hoping that an answer will carry the ACK. Here the second answer comes after 150 ms: too late.',
    'zh-CN': '在一问一答中，TCP 会稍等片刻再确认，希望由回答捎带确认。这里第二个回答在 150 毫秒后才来：太迟了。',
  },
  lookFor: {
    en: 'About 40 ms after the second request a pure ACK leaves, although no program called anything: the kernel’s delayed-ACK timer went off.',
    'zh-CN': '第二个请求约 40 毫秒后发出了一个纯 ACK，而程序没有做任何调用：那是内核的延迟确认计时器到期。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'write', bytes: 100, on: 'server:connection', after: 30 },
    { side: 'server', do: 'write', bytes: 100, on: 'server:data' },
    { side: 'client', do: 'write', bytes: 100, on: 'client:data', after: 20 },
    { side: 'server', do: 'write', bytes: 100, on: 'server:data', after: 150 },
    { side: 'client', do: 'end', on: 'client:data', after: 80 },
  ],
}
