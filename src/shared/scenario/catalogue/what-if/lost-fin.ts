import type { ScenarioInput } from '../../schema'

export const lostFin: ScenarioInput = {
  id: 'lost-fin',
  title: { en: 'The FIN is lost', 'zh-CN': 'FIN 丢失' },
  explanation: {
    en: 'The client closes, but its FIN never arrives. The server goes on as if nothing had happened.',
    'zh-CN': '客户端关闭，但 FIN 没有到达。服务器若无其事地继续。',
  },
  lookFor: {
    en: 'FIN takes a sequence number, so it is acknowledged and, if need be, sent again like data. Until then the client stays in FIN-WAIT-1.',
    'zh-CN': 'FIN 占用一个序号，因此像数据一样需要确认，必要时重传。在此之前客户端停留在 FIN-WAIT-1。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'client', do: 'end', on: 'server:connection', after: 60 },
  ],
  network: { faults: [{ do: 'drop', from: 'client', flags: ['FIN', 'ACK'], nth: 1 }] },
}
