import type { ScenarioInput } from '../../schema'

export const noAckForFin: ScenarioInput = {
  id: 'no-ack-for-fin',
  title: { en: 'A FIN that is never acknowledged', 'zh-CN': '永远得不到确认的 FIN' },
  explanation: {
    en: 'Counterfactual: the receiver takes the FIN and closes, but never acknowledges it.',
    'zh-CN': '假设（并非真实 TCP）：接收方收下 FIN 并关闭，却从不确认。',
  },
  lookFor: {
    en: 'Neither side can know that its FIN arrived: both repeat it until they give up. A close without ACK is only a hope.',
    'zh-CN': '双方都无法知道自己的 FIN 是否到达：各自重传直到放弃。没有 ACK，关闭就只能寄希望于对端已经收到。',
  },
  counterfactual: ['no-ack-for-fin'],
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'end', on: 'server:connection', after: 60 },
  ],
  network: { parameters: { dataRetries: 3 } },
}
