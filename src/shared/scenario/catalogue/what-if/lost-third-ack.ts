import type { ScenarioInput } from '../../schema'

export const lostThirdAck: ScenarioInput = {
  id: 'lost-third-ack',
  title: { en: 'The third step is lost', 'zh-CN': '第三次握手的 ACK 丢失' },
  explanation: {
    en: 'The client believes that the connection is open; the server is still waiting for the proof.',
    'zh-CN': '客户端认为连接已经建立，而服务器还在等待证明。',
  },
  lookFor: {
    en: 'For a second the two sides are in different states. The repeated SYN,ACK draws the missing ACK; the server’s program hears of the connection only then.',
    'zh-CN': '整整一秒内两端状态不一致。重传的 SYN,ACK 引出了缺失的 ACK，服务器的程序这时才得知有连接。',
  },
  steps: [
    { side: 'client', do: 'connect' },
    { side: 'server', do: 'write', text: '220 ready\r\n', on: 'server:connection' },
    { side: 'client', do: 'end', on: 'client:data', after: 60 },
  ],
  network: { faults: [{ do: 'drop', from: 'client', flags: ['ACK'], nth: 1 }] },
}
